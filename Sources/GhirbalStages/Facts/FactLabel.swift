import GhirbalText

/// A row of the label lexicon: words that say what the rest of a line is.
struct FactLabel: Sendable {
  enum Kind: String, Sendable { case category, tag, author, source, published, modified }

  let language: Language
  let kind: Kind
  let phrase: String
  /// Whether the value may follow without a colon: "By Jane Doe", "Published on 3 May 2024".
  let isOpen: Bool

  /// The row's name in the ledger: "en.tag".
  var name: String { "\(language.rawValue).\(kind.rawValue)" }

  private static func rows(
    _ language: Language, _ kind: Kind, _ phrases: [String], open: [String] = []
  ) -> [FactLabel] {
    phrases.map { FactLabel(language: language, kind: kind, phrase: $0, isOpen: false) }
      + open.map { FactLabel(language: language, kind: kind, phrase: $0, isOpen: true) }
  }

  static let all: [FactLabel] = [
    rows(
      .english, .category,
      [
        "categories", "category", "filed under", "filed in", "posted in", "section", "topics",
        "topic", "categorized as", "published in", "categorised as",
      ]),
    rows(
      .english, .tag,
      [
        "tags", "tag", "keywords", "tagged", "tagged with", "tagged as", "labels", "post tags",
        "article tags", "key words", "related topics",
      ]),
    rows(
      .english, .author,
      [
        "author", "written by", "words by", "text by", "story by", "reported by", "posted by",
        "published by", "authors",
      ],
      open: [
        "by", "written by", "posted by", "words by", "story by", "reported by", "article by",
        "authored by", "started by", "submitted by", "contributed by", "asked by",
      ]),
    rows(
      .english, .source,
      [
        "source", "original source", "sources", "via", "source link", "original article",
        "read the original article", "originally published at", "originally published on",
      ]),
    rows(
      .english, .published,
      [
        "published", "posted", "date", "publication date", "date published", "published at",
        "first published",
      ],
      open: [
        "published", "published on", "posted on", "posted", "published at", "first published",
        "first published on",
      ]),
    rows(
      .english, .modified,
      ["updated", "last updated", "modified", "last modified", "date modified", "update"],
      open: [
        "updated", "last updated", "updated on", "last updated on", "last modified",
        "last modified on", "updated at",
      ]),
    rows(
      .persian, .category,
      [
        "دسته‌بندی", "دسته‌بندی‌ها", "دسته‌ها", "دسته", "دسته‌بندی شده در", "گروه", "بخش", "سرویس",
        "موضوع", "ارسال شده در", "حوزه", "طبقه‌بندی",
      ]),
    rows(
      .persian, .tag,
      [
        "برچسب‌ها", "برچسب", "تگ‌ها", "کلیدواژه‌ها", "کلیدواژه", "کلید واژه‌ها", "کلمات کلیدی",
        "واژگان کلیدی", "برچسب‌های خبر", "واژه‌های کلیدی", "برچسب خبر", "کلید واژه", "هشتگ‌ها",
      ]),
    rows(
      .persian, .author,
      [
        "نویسنده", "خبرنگار", "به قلم", "نوشته", "گزارشگر", "نویسندگان", "گزارش از", "نگارنده",
        "کتبه", "نوشته شده توسط", "تهیه و تنظیم",
      ], open: ["به قلم", "نوشته شده توسط"]),
    rows(.persian, .source, ["منبع", "منابع", "منبع خبر", "لینک منبع", "به نقل از"]),
    rows(
      .persian, .published,
      [
        "تاریخ انتشار", "تاریخ", "انتشار", "منتشر شده", "زمان انتشار", "تاریخ خبر", "تاریخ درج",
        "منتشر شده در", "تاریخ نشر", "تاریخ مطلب",
      ], open: ["تاریخ انتشار", "منتشر شده در"]),
    rows(
      .persian, .modified,
      [
        "به‌روزرسانی", "آخرین به‌روزرسانی", "تاریخ به‌روزرسانی", "بروزرسانی", "آخرین بروزرسانی",
        "به روز شده در", "ویرایش", "آخرین ویرایش",
      ], open: ["آخرین به‌روزرسانی", "آخرین بروزرسانی"]),
    rows(
      .arabic, .category,
      [
        "التصنيفات", "تصنيفات", "التصنيف", "تصنيف", "الأقسام", "القسم", "نشر في", "نشرت في",
        "الفئة", "الفئات", "أقسام", "مصنف تحت",
      ]),
    rows(
      .arabic, .tag,
      [
        "وسوم", "الوسوم", "الكلمات المفتاحية", "كلمات مفتاحية", "كلمات دلالية", "الكلمات الدلالية",
        "العلامات", "علامات", "هاشتاغ", "تاغ", "تاغات", "كلمات البحث", "وسم", "كلمة دلالية",
      ]),
    rows(
      .arabic, .author,
      [
        "بقلم", "كتب", "كتبت", "الكاتب", "كتبه", "إعداد", "المؤلف", "تحرير", "تقرير", "كتابة",
        "الكاتبة",
      ], open: ["بقلم", "كتبه"]),
    rows(.arabic, .source, ["المصدر", "المصادر", "مصدر", "رابط المصدر", "نقلا عن"]),
    rows(
      .arabic, .published,
      [
        "تاريخ النشر", "نشر في", "نشر بتاريخ", "التاريخ", "نشر", "تم النشر", "تاريخ", "نشرت في",
        "تم النشر في",
      ], open: ["نشر في", "تاريخ النشر", "نشر بتاريخ", "تم النشر في"]),
    rows(
      .arabic, .modified,
      ["آخر تحديث", "تاريخ التحديث", "تحديث", "تم التحديث", "آخر تعديل", "حدث في"],
      open: ["آخر تحديث", "تم التحديث في", "تم التحديث"]),
    rows(
      .german, .category,
      [
        "kategorien", "kategorie", "ressort", "rubrik", "veröffentlicht in", "veröffentlicht unter",
        "rubriken",
      ]),
    rows(
      .german, .tag,
      [
        "schlagwörter", "schlagworte", "schlagwort", "stichwörter", "stichworte",
        "verschlagwortet mit", "themen",
      ]),
    rows(
      .german, .author,
      ["autor", "autorin", "von", "text", "ein beitrag von", "verfasst von", "redaktion"],
      open: [
        "von", "ein beitrag von", "verfasst von", "geschrieben von", "erstellt von", "artikel von",
        "text von",
      ]),
    rows(.german, .source, ["quelle", "quellen", "originalquelle"]),
    rows(
      .german, .published,
      ["veröffentlicht", "veröffentlicht am", "datum", "erschienen am", "stand", "erstellt am"],
      open: ["veröffentlicht am", "erschienen am", "stand", "erstellt am", "vom"]),
    rows(
      .german, .modified,
      [
        "aktualisiert", "aktualisiert am", "zuletzt aktualisiert", "letzte aktualisierung",
        "letzte änderung",
      ],
      open: ["aktualisiert am", "zuletzt aktualisiert", "zuletzt aktualisiert am", "aktualisiert"]),
    rows(
      .french, .category, ["catégories", "catégorie", "rubrique", "classé dans", "publié dans"]),
    rows(
      .french, .tag,
      ["mots-clés", "mots clés", "étiquettes", "étiquette", "mot-clé", "étiqueté", "thèmes"]),
    rows(
      .french, .author,
      [
        "auteur", "auteure", "écrit par", "par", "rédigé par", "publié par", "texte",
        "propos recueillis par",
      ], open: ["par", "écrit par", "rédigé par", "publié par"]),
    rows(.french, .source, ["source originale", "lien source"]),
    rows(
      .french, .published,
      ["publié le", "date de publication", "mis en ligne le", "publié", "paru le"],
      open: ["publié le", "mis en ligne le", "publié", "paru le", "le"]),
    rows(
      .french, .modified,
      [
        "mis à jour le", "mise à jour", "mis à jour", "modifié le", "dernière mise à jour",
        "actualisé le",
      ],
      open: [
        "mis à jour le", "mis à jour", "modifié le", "actualisé le", "dernière mise à jour le",
      ]),
    rows(
      .spanish, .category, ["categorías", "categoría", "archivado en", "publicado en", "sección"]),
    rows(
      .spanish, .tag,
      [
        "etiquetas", "etiqueta", "palabras clave", "etiquetado como", "etiquetado con", "temas",
        "temas relacionados",
      ]),
    rows(
      .spanish, .author,
      ["autor", "autora", "por", "escrito por", "redacción", "texto", "publicado por"],
      open: ["por", "escrito por", "publicado por"]),
    rows(.spanish, .source, ["fuente", "fuentes", "fuente original", "vía"]),
    rows(
      .spanish, .published, ["publicado", "publicado el", "fecha", "fecha de publicación"],
      open: ["publicado el", "publicado", "publicada el"]),
    rows(
      .spanish, .modified,
      ["actualizado", "actualizado el", "última actualización", "modificado el", "actualización"],
      open: ["actualizado el", "actualizado", "actualizado a", "última actualización"]),
    rows(.turkish, .category, ["kategoriler", "kategori", "bölüm"]),
    rows(.turkish, .tag, ["etiketler", "etiket", "anahtar kelimeler"]),
    rows(.turkish, .author, ["yazar", "yazan", "haber", "editör", "muhabir", "hazırlayan"]),
    rows(.turkish, .source, ["kaynak", "kaynaklar", "haber kaynağı"]),
    rows(
      .turkish, .published,
      [
        "yayınlanma tarihi", "yayın tarihi", "tarih", "yayınlanma", "giriş tarihi", "yayınlandı",
        "giriş", "oluşturulma tarihi", "eklenme tarihi",
      ], open: ["yayınlanma tarihi", "yayınlanma", "yayın tarihi", "giriş tarihi"]),
    rows(
      .turkish, .modified,
      ["güncelleme tarihi", "güncelleme", "son güncelleme", "güncellenme tarihi", "güncellendi"],
      open: ["güncelleme tarihi", "güncelleme", "son güncelleme"]),
    rows(
      .russian, .category,
      ["рубрика", "рубрики", "категория", "категории", "раздел", "опубликовано в рубрике"]),
    rows(.russian, .tag, ["теги", "тег", "метки", "метка", "ключевые слова", "темы"]),
    rows(
      .russian, .author,
      ["автор", "авторы", "текст", "автор статьи", "подготовил", "подготовила", "автор текста"]),
    rows(.russian, .source, ["источник", "источники", "первоисточник", "оригинал"]),
    rows(
      .russian, .published,
      ["опубликовано", "дата публикации", "дата", "опубликован", "размещено"],
      open: ["опубликовано", "дата публикации"]),
    rows(
      .russian, .modified, ["обновлено", "изменено", "дата обновления", "последнее обновление"],
      open: ["обновлено"]),
    rows(.hebrew, .category, ["קטגוריות", "קטגוריה", "מדור"]),
    rows(.hebrew, .tag, ["תגיות", "תגית", "מילות מפתח"]),
    rows(.hebrew, .author, ["מאת", "כתב", "כותב", "כותבת"], open: ["מאת"]),
    rows(.hebrew, .source, ["מקור", "המקור"]),
    rows(
      .hebrew, .published, ["פורסם ב", "פורסם", "תאריך", "תאריך פרסום", "פורסם בתאריך"],
      open: ["פורסם ב", "פורסם", "פורסם בתאריך"]),
    rows(
      .hebrew, .modified, ["עודכן ב", "עודכן", "עדכון אחרון"],
      open: ["עודכן ב", "עודכן", "עודכן לאחרונה"]),
    rows(.urdu, .category, ["زمرہ", "زمرے", "زمرہ جات"]),
    rows(.urdu, .tag, ["ٹیگز", "ٹیگ"]),
    rows(.urdu, .author, ["مصنف", "تحریر"]),
    rows(.urdu, .source, ["ماخذ", "بشکریہ"]),
    rows(.urdu, .published, ["شائع", "اشاعت", "تاریخ اشاعت"], open: ["شائع"]),
    rows(.urdu, .modified, ["اپ ڈیٹ", "آخری اپ ڈیٹ"], open: ["اپ ڈیٹ"]),
    rows(.centralKurdish, .category, ["هاوپۆلەکان", "هاوپۆل", "بەش"]),
    rows(.centralKurdish, .tag, ["تاگەکان", "تاگ", "وشە سەرەکییەکان"]),
    rows(.centralKurdish, .author, ["نووسەر", "نووسینی"]),
    rows(.centralKurdish, .source, ["سەرچاوە"]),
    rows(.centralKurdish, .published, ["بڵاوکرایەوە", "بەروار"]),
    rows(.indonesian, .category, ["kategori"]),
    rows(.indonesian, .tag, ["label", "kata kunci"]),
    rows(.indonesian, .author, ["penulis", "oleh", "reporter"], open: ["oleh"]),
    rows(.indonesian, .source, ["sumber"]),
    rows(
      .indonesian, .published, ["diterbitkan", "tanggal", "diterbitkan pada"], open: ["diterbitkan"]
    ),
    rows(.indonesian, .modified, ["diperbarui"], open: ["diperbarui"]),
  ].flatMap { $0 }
}
