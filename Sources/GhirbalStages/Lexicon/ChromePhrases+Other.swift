import GhirbalText

extension ChromePhrases {
  static let urdu: [ChromePhrases] = [
    ChromePhrases(
      .urdu, .recentPosts, .list,
      [
        "تازہ ترین خبریں", "تازہ ترین", "حالیہ پوسٹس", "مقبول ترین", "سب سے زیادہ پڑھی جانے والی",
        "زیادہ پڑھی جانے والی خبریں", "حالیہ خبریں", "تازہ خبریں", "اہم خبریں", "مقبول خبریں",
      ]),
    ChromePhrases(
      .urdu, .relatedLinks, .list,
      [
        "متعلقہ خبریں", "متعلقہ مضامین", "متعلقہ تحاریر", "مزید خبریں",
        "آپ کو یہ بھی پسند آ سکتا ہے", "اسی بارے میں", "متعلقہ پوسٹس", "مزید پڑھیں",
        "متعلقہ عنوانات",
      ]),
    ChromePhrases(
      .urdu, .relatedLinks, .line,
      ["یہ بھی پڑھیں", "یہ بھی پڑھیے", "مزید پڑھیں", "مزید پڑھیے", "یہ بھی دیکھیں"]),
    ChromePhrases(
      .urdu, .replyForm, .form,
      [
        "اپنی رائے دیجئے", "اپنی رائے دیں", "تبصرہ کریں", "جواب دیں", "تبصرہ لکھیں",
        "ایک تبصرہ شائع کریں", "اپنا تبصرہ لکھیں", "جواب چھوڑیں", "رائے کا اظہار کریں",
      ]),
    ChromePhrases(
      .urdu, .replyForm,
      ["آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا", "ضروری خانوں کو نشان زد کیا گیا ہے"]),
    ChromePhrases(
      .urdu, .commentCount, ["کوئی تبصرہ نہیں", "قارئین کی رائے"], weak: ["تبصرے", "تبصرہ"]),
    ChromePhrases(
      .urdu, .shareBar, .line,
      [
        "شیئر کریں", "اسے شیئر کریں", "دوستوں سے شیئر کریں", "فیس بک پر شیئر کریں",
        "اس خبر کو شیئر کریں",
      ], weak: ["شیئر"]),
    ChromePhrases(.urdu, .followBar, .line, ["ہمیں فالو کریں", "ہمیں فیس بک پر فالو کریں"]),
    ChromePhrases(
      .urdu, .copyright, .edge,
      [
        "جملہ حقوق محفوظ ہیں", "جملہ حقوق محفوظ", "تمام حقوق محفوظ ہیں",
        "جملہ حقوق بحق ادارہ محفوظ ہیں",
      ]),
    ChromePhrases(.urdu, .advertisement, [], weak: ["اشتہار", "اشتہارات"]),
    ChromePhrases(
      .urdu, .navigation,
      ["رابطہ کریں", "ہمارے بارے میں", "ہم سے رابطہ", "پرائیویسی پالیسی", "واپس اوپر جائیں"],
      weak: ["صفحہ اول", "ہوم", "تلاش کریں"]),
    ChromePhrases(
      .urdu, .emptyLabel, ["ٹیگز:", "زمرہ جات:", "زمرے:"], weak: ["ٹیگز", "زمرہ جات", "زمرے"]),
    ChromePhrases(.urdu, .pageTool, .line, ["پرنٹ کریں", "فونٹ سائز"]),
    ChromePhrases(.urdu, .newsletter, .form, ["نیوز لیٹر سبسکرائب کریں"], weak: ["سبسکرائب کریں"]),
  ]

  static let hebrew: [ChromePhrases] = [
    ChromePhrases(
      .hebrew, .recentPosts, .list,
      [
        "פוסטים אחרונים", "כתבות אחרונות", "חדשות אחרונות", "הנקראות ביותר", "הכי נקראות",
        "פוסטים פופולריים", "תגובות אחרונות", "הכתבות הנקראות ביותר", "כתבות פופולריות",
        "מאמרים אחרונים",
      ]),
    ChromePhrases(
      .hebrew, .relatedLinks, .list,
      [
        "כתבות נוספות", "קראו גם", "כתבות קשורות", "מאמרים קשורים", "פוסטים קשורים",
        "אולי יעניין אותך",
        "אולי יעניין אתכם", "עוד בנושא", "כתבות שאולי יעניינו אותך", "קישורים קשורים", "עוד באתר",
        "מאמרים נוספים", "אולי יעניין אותך גם",
      ]),
    ChromePhrases(
      .hebrew, .relatedLinks, .line,
      [
        "קראו גם", "קרא גם", "קראו עוד", "לקריאה נוספת", "ראו גם", "קרא עוד", "עוד בנושא",
        "המשך קריאה",
      ], weak: ["קרא"]),
    ChromePhrases(.hebrew, .sourceLink, ["קישור למקור"], weak: ["מקור"]),
    ChromePhrases(
      .hebrew, .replyForm, .form,
      [
        "הוסף תגובה", "הוספת תגובה", "כתיבת תגובה", "השארת תגובה", "השאר תגובה", "הגב לכתבה",
        "כתבו תגובה", "הוסיפו תגובה",
      ]),
    ChromePhrases(
      .hebrew, .replyForm,
      [
        "האימייל לא יוצג באתר", "שדות החובה מסומנים", "האימייל לא יוצג באתר. שדות החובה מסומנים",
        "לביטול התגובה", "להגיב לכתבה", "פרסום תגובה",
      ], weak: ["שם *", "אימייל *", "שלח"]),
    ChromePhrases(
      .hebrew, .commentCount, ["אין תגובות", "לכל התגובות", "תגובה אחת"], weak: ["תגובות"]),
    ChromePhrases(
      .hebrew, .shareBar, .line,
      [
        "שתפו בפייסבוק", "שתף בפייסבוק", "שתפו את הכתבה", "שלח לחבר", "שתפו בוואטסאפ",
        "שתפו בטוויטר", "העתקת קישור", "שתף בוואטסאפ", "שלחו לחבר",
      ], weak: ["שתף", "שתפו", "שיתוף", "שמור כתבה"]),
    ChromePhrases(.hebrew, .followBar, .line, ["עקבו אחרינו", "עקבו אחרינו בפייסבוק"]),
    ChromePhrases(
      .hebrew, .cookieNotice, .sentence, ["אתר זה משתמש בעוגיות", "אתר זה עושה שימוש בעוגיות"]),
    ChromePhrases(
      .hebrew, .newsletter, .form,
      ["הרשמה לניוזלטר", "הצטרפו לניוזלטר", "הירשמו לניוזלטר", "הרשמו לניוזלטר"]),
    ChromePhrases(.hebrew, .copyright, .edge, ["כל הזכויות שמורות"]),
    ChromePhrases(.hebrew, .readingTime, .line, ["זמן קריאה", "דקות קריאה"]),
    ChromePhrases(
      .hebrew, .pageTool, .line,
      ["גודל גופן", "גודל טקסט", "הדפסת הכתבה", "הדפס כתבה", "גרסת הדפסה", "שמור כתבה"],
      weak: ["הדפסה", "הדפס"]),
    ChromePhrases(.hebrew, .advertisement, [], weak: ["פרסומת", "מודעה", "תוכן ממומן"]),
    ChromePhrases(
      .hebrew, .navigation,
      [
        "דלג לתוכן", "דלג לתוכן הראשי", "חזרה למעלה", "לראש העמוד", "לכתבה הבאה", "לכתבה הקודמת",
        "מפת האתר", "צור קשר", "מדיניות פרטיות", "תנאי שימוש", "דילוג לתוכן", "חזור למעלה",
      ], weak: ["דף הבית", "ראשי", "תפריט", "חיפוש", "הבא", "הקודם", "אודות"]),
    ChromePhrases(.hebrew, .navigation, .line, [], weak: ["דף הבית", "ראשי"]),
    ChromePhrases(
      .hebrew, .account, ["שכחתי סיסמה", "כניסה / הרשמה"],
      weak: ["התחבר", "התחברות", "הרשמה", "כניסה"]),
    ChromePhrases(.hebrew, .emptyLabel, ["תגיות:", "קטגוריות:"], weak: ["תגיות", "קטגוריות"]),
    ChromePhrases(.hebrew, .placeholder, ["טוען...", "אנא המתן"]),
  ]

  static let kurdish: [ChromePhrases] = [
    ChromePhrases(
      .centralKurdish, .recentPosts, .list,
      [
        "نوێترین هەواڵەکان", "دوایین هەواڵ", "دوایین هەواڵەکان", "زۆرترین خوێنراو",
        "نوێترین بابەتەکان", "دوایین بابەتەکان",
      ]),
    ChromePhrases(
      .centralKurdish, .relatedLinks, .list,
      [
        "بابەتە پەیوەندیدارەکان", "هەواڵی پەیوەندیدار", "بابەتی پەیوەندیدار", "بابەتە هاوشێوەکان",
        "هەواڵە پەیوەندیدارەکان", "بابەتی زیاتر",
      ]),
    ChromePhrases(
      .centralKurdish, .relatedLinks, .line,
      ["زیاتر بخوێنەوە", "هەروەها بخوێنەوە", "ئەمەش بخوێنەوە"]),
    ChromePhrases(
      .centralKurdish, .replyForm, .form,
      [
        "کۆمێنتێک بنووسە", "کۆمێنت بنووسە", "لێدوانێک بنووسە", "وەڵامێک بنووسە",
        "سەرنجی خۆت بنووسە",
      ]),
    ChromePhrases(
      .centralKurdish, .shareBar, .line, ["هاوبەشی پێ بکە", "هاوبەشی بکە", "بڵاوی بکەوە"]),
    ChromePhrases(
      .centralKurdish, .copyright, .edge,
      ["هەموو مافەکان پارێزراون", "هەموو مافێک پارێزراوە", "هەموو مافەکان پارێزراوە"]),
    ChromePhrases(
      .centralKurdish, .navigation, ["پەیوەندیمان پێوە بکە", "دەربارەی ئێمە"],
      weak: ["سەرەتا", "گەڕان"]),
    ChromePhrases(.centralKurdish, .navigation, .line, [], weak: ["سەرەتا"]),
    ChromePhrases(.centralKurdish, .advertisement, [], weak: ["ڕیکلام"]),
    ChromePhrases(
      .centralKurdish, .emptyLabel, ["هاوپۆلەکان:", "تاگەکان:"], weak: ["هاوپۆلەکان", "تاگەکان"]),
  ]

  static let indonesian: [ChromePhrases] = [
    ChromePhrases(
      .indonesian, .recentPosts, .list,
      [
        "berita terbaru", "artikel terbaru", "pos-pos terbaru", "postingan terbaru",
        "berita terpopuler", "artikel populer", "terpopuler", "komentar terbaru", "berita lainnya",
        "tulisan terbaru", "berita populer", "paling banyak dibaca",
      ], weak: ["terkini", "populer", "arsip", "terbaru"]),
    ChromePhrases(
      .indonesian, .relatedLinks, .list,
      [
        "artikel terkait", "baca juga", "berita terkait", "pos terkait", "postingan terkait",
        "mungkin anda suka", "rekomendasi untuk anda", "artikel lainnya", "topik terkait",
        "tulisan terkait", "anda mungkin juga suka",
      ], weak: ["terkait", "lihat juga"]),
    ChromePhrases(
      .indonesian, .relatedLinks, .line, ["baca juga", "simak juga", "lihat juga:"], weak: ["simak"]
    ),
    ChromePhrases(
      .indonesian, .relatedLinks,
      [
        "baca selengkapnya", "selengkapnya", "lihat semua", "muat lebih banyak",
        "lihat selengkapnya",
      ]),
    ChromePhrases(
      .indonesian, .replyForm, .form,
      [
        "tinggalkan balasan", "tinggalkan komentar", "tulis komentar", "beri komentar",
        "kirim komentar", "batalkan balasan",
      ]),
    ChromePhrases(
      .indonesian, .replyForm,
      [
        "alamat email anda tidak akan dipublikasikan", "ruas yang wajib ditandai",
        "ruas yang wajib ditandai *",
        "alamat email anda tidak akan dipublikasikan. ruas yang wajib ditandai",
      ]),
    ChromePhrases(
      .indonesian, .commentCount, ["tidak ada komentar", "belum ada komentar"], weak: ["komentar"]),
    ChromePhrases(
      .indonesian, .shareBar, .line,
      [
        "bagikan artikel ini", "bagikan ke facebook", "bagikan ke twitter", "bagikan berita ini",
        "salin tautan", "bagikan ini:",
      ], weak: ["bagikan"]),
    ChromePhrases(
      .indonesian, .followBar, .line, ["ikuti kami", "ikuti kami di", "ikuti kami di google news"]),
    ChromePhrases(
      .indonesian, .newsletter, .form, ["berlangganan buletin kami", "berlangganan newsletter"],
      weak: ["berlangganan"]),
    ChromePhrases(
      .indonesian, .cookieNotice, .sentence,
      ["situs ini menggunakan cookie", "kami menggunakan cookie"]),
    ChromePhrases(
      .indonesian, .copyright, .edge,
      [
        "hak cipta dilindungi undang-undang", "seluruh hak cipta dilindungi",
        "hak cipta dilindungi",
      ]),
    ChromePhrases(.indonesian, .readingTime, .line, ["waktu baca", "menit baca", "menit membaca"]),
    ChromePhrases(
      .indonesian, .advertisement,
      ["scroll untuk lanjut membaca", "lanjutkan membaca di bawah iklan"],
      weak: ["iklan", "advertorial"]),
    ChromePhrases(
      .indonesian, .navigation,
      [
        "kembali ke atas", "langsung ke konten", "lompat ke konten", "loncat ke konten",
        "pos sebelumnya", "pos berikutnya", "kebijakan privasi", "hubungi kami", "tentang kami",
        "navigasi pos", "pedoman media siber",
      ], weak: ["beranda", "cari", "berikutnya", "sebelumnya", "selanjutnya"]),
    ChromePhrases(.indonesian, .navigation, .line, [], weak: ["beranda"]),
    ChromePhrases(
      .indonesian, .account, ["lupa kata sandi?", "buat akun"], weak: ["masuk", "daftar"]),
    ChromePhrases(.indonesian, .emptyLabel, ["kategori:", "label:"], weak: []),
  ]

  static let japaneseAndChinese: [ChromePhrases] = [
    ChromePhrases(
      .japanese, .recentPosts, .list, ["最近の投稿", "最新記事", "人気記事", "新着記事", "アクセスランキング", "最近のコメント"]),
    ChromePhrases(
      .japanese, .relatedLinks, .list, ["関連記事", "あわせて読みたい", "おすすめ記事", "こちらもおすすめ", "この記事を読んだ人におすすめ"]),
    ChromePhrases(.japanese, .replyForm, .form, ["コメントを書く", "コメントを残す", "コメントする"]),
    ChromePhrases(.japanese, .replyForm, ["メールアドレスが公開されることはありません"], weak: ["送信"]),
    ChromePhrases(.japanese, .shareBar, .line, ["シェアする", "この記事をシェア", "リンクをコピー"], weak: ["シェア"]),
    ChromePhrases(.japanese, .pageTool, .line, ["文字サイズ", "印刷する"], weak: ["印刷", "小 中 大"]),
    ChromePhrases(.japanese, .copyright, .edge, ["無断転載を禁じます", "無断転載禁止"]),
    ChromePhrases(
      .japanese, .navigation,
      [
        "ページの先頭へ戻る", "ページトップへ", "コンテンツへスキップ", "前の記事", "次の記事", "プライバシーポリシー", "お問い合わせ", "サイトマップ",
        "ページの先頭へ",
      ], weak: ["ホーム", "メニュー", "検索"]),
    ChromePhrases(.japanese, .navigation, .line, [], weak: ["ホーム"]),
    ChromePhrases(
      .chinese, .recentPosts, .list, ["近期文章", "最新文章", "热门文章", "最新消息", "近期评论", "熱門文章", "最新新聞"]),
    ChromePhrases(
      .chinese, .relatedLinks, .list,
      ["相关文章", "相关阅读", "相关新闻", "相關文章", "相關新聞", "延伸閱讀", "猜你喜欢", "推荐阅读"]),
    ChromePhrases(.chinese, .replyForm, .form, ["发表评论", "發表評論", "发表回复", "發表迴響", "留言板"]),
    ChromePhrases(.chinese, .shareBar, .line, ["分享到", "分享至", "分享到微信", "分享到微博"], weak: ["分享"]),
    ChromePhrases(.chinese, .copyright, .edge, ["版权所有", "版權所有", "未经许可不得转载", "保留所有权利"]),
    ChromePhrases(
      .chinese, .navigation,
      ["返回顶部", "返回頂部", "上一篇", "下一篇", "跳至内容", "联系我们", "关于我们", "跳到內容", "回到顶部"],
      weak: ["首页", "首頁", "搜索", "上一页", "下一页"]),
    ChromePhrases(.chinese, .navigation, .line, [], weak: ["首页", "首頁"]),
    ChromePhrases(.chinese, .relatedLinks, ["阅读全文", "閱讀全文", "查看更多", "阅读更多", "繼續閱讀"], weak: ["更多"]),
  ]
}
