import GhirbalDocument
import GhirbalStages
import TestSupport
import Testing

/// What pages ask of their readers, and what only looks like it.
@Suite struct NagRegionsTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let label: String
    /// Stands inside the article, between its paragraphs. `TEXT` is what goes or stays.
    let html: String
    var title = "The ferry of Lenn"
    let testDescription: String

    init(_ label: String, _ html: String, title: String = "The ferry of Lenn") {
      self.label = label
      self.html = html
      self.title = title
      testDescription = label
    }
  }

  private static let paragraphs = [
    "The council met on Monday and agreed to repair the old bridge before winter.",
    "Work will begin in May, and the ferry will run twice a day until it ends.",
    "Nobody in the village remembers when the bridge was last closed for so long.",
    "The two men who built it in 1911 were paid in salt, as the books of the mill say.",
    "Their names stand under the third arch, where only the swimmers can read them.",
  ]

  /// The texts of the live blocks that are no part of the article around.
  private static func left(_ row: Row) -> [String] {
    let page = Document(
      markup: """
        <!doctype html><html><head><title>\(row.title)</title></head><body><article>
        <h1>\(row.title)</h1>\(paragraphs.prefix(3).map { "<p>\($0)</p>" }.joined())
        \(row.html)\(paragraphs.suffix(2).map { "<p>\($0)</p>" }.joined())</article></body></html>
        """)
    let texts = StageSample(page, through: DropSiteChrome(.init())).lines
    #expect(Set(paragraphs).isSubset(of: texts), "\(row.label)")
    return texts.filter { !paragraphs.contains($0) && $0 != row.title }
  }

  /// Nothing of these stays.
  static let nags = [
    Row(
      "a policy in a dialog",
      """
      <div role=dialog><h2>Our use of cookies</h2>
      <p>We use necessary cookies to make our site work, and to keep you signed in to it.</p>
      <p>Analytics cookies help us to count the visits to each part of the site, and to learn how
      long readers stay. They may be set by us or by our partners, and last for two years.</p>
      <p>Choose below which of these cookies you allow. You can change your mind at any time.</p>
      <button>Accept all</button></div>
      """),
    Row(
      "a banner named by its label alone",
      """
      <section aria-label="Cookies on Lockhaven"><h2>Cookies on Lockhaven</h2>
      <p>We use some essential cookies to make this service work for you.</p>
      <p>We would like to remember your settings.</p></section>
      """),
    Row(
      "a banner held at an edge of the screen",
      """
      <div style="bottom:0; position : fixed"><p>This site uses cookies. By staying here you agree to
      that, and to our partners knowing what you read.</p></div>
      """),
    Row(
      "a paywall",
      """
      <div class="paywall-barrier"><h3>This article is for subscribers only</h3>
      <p>Subscribe today from £1 a week to keep reading and get unlimited access to our journalism.</p>
      <p>Already a subscriber? <a href="/login">Log in</a></p><ul><li>Cancel at any time</li></ul></div>
      """),
    Row(
      "a registration wall",
      """
      <div class="regwall"><p>You have read your three free articles this month.</p>
      <p>Create a free account to continue reading, it takes a minute and costs nothing.</p></div>
      """),
    Row(
      "a newsletter's box",
      """
      <div class="subscription-widget"><p class="cta">Thanks for reading Week by Week! Subscribe for
      free to receive new posts and support my work.</p></div>
      """),
    Row(
      "a form for an address, without a telling name",
      """
      <form class="x1"><p>The morning in ten lines, straight to your inbox, five days a week.</p>
      <input type="Email"><button>Go</button></form>
      """),
    Row(
      "an invitation to an app",
      """
      <div class="app-promo"><p>This story is even better in the app. Download the app for free, and
      read it on the ferry.</p></div>
      """),
    Row(
      "a box for those who publish the text again, with its copy",
      """
      <div id="republish-modal" class="modal"><h2>Republish This Article</h2>
      <p>Copy the text below. You must give credit to the authors and may not edit it.</p>
      <textarea readonly>&lt;p&gt;The council met&lt;/p&gt;</textarea></div>
      """),
    Row(
      "what a reader thinks of the page",
      """
      <div class="feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button>
      <button>Report a problem with this page</button></div>
      """),
    Row(
      "a link set into the text",
      #"<div class="inline-news"><a href="/9">Ice on the Lenn</a></div>"#),
    Row(
      "a box of related texts",
      """
      <aside class="story__related"><h4>Elsewhere</h4><ul><li><a href="/1">Ice on the Lenn</a></li>
      <li><a href="/2">The mill is sold again</a></li></ul></aside>
      """),
    Row(
      "buttons with their numbers",
      #"<div class="post-ufi share"><a href="/l">♡ 43</a> <a href="/r">10</a></div>"#),
    Row(
      "an invitation set apart by emphasis",
      "<p><strong>Get the day’s top headlines to your inbox, curated by our editors.</strong></p>"),
    Row(
      "an invitation with a link",
      """
      <p>Want more of this? Sign up for our <a href="/n">Saturday newsletter</a> and never miss a
      story.</p>
      """),
    Row(
      "thanks, set apart",
      "<p><em>Thanks for reading! Subscribe for free to receive new posts and support my work.</em></p>"
    ),
    Row(
      "an author's box with a form below it",
      """
      <div class="x2"><p>Get Ada Quill’s stories in your inbox, once a week and for free.</p>
      <form><input type="email"><button>Subscribe</button></form></div>
      """),
    Row(
      "a paragraph named a way on",
      #"<p class="read-more"><a href="/8">Ten bridges to see before you are old</a></p>"#),
    Row(
      "Persian: an invitation with a link, its verb last",
      #"<p><em>برای دریافت تازه‌ترین خبرها در <a href="/n">خبرنامه</a> عضو شوید.</em></p>"#),
    Row("a label above a link", #"<p>Related: <a href="/7">Ice on the Lenn</a></p>"#),
    Row("the same in Norwegian", #"<p>Les også: <a href="/7">Isen på Lenn ligger lenge</a></p>"#),
    Row(
      "Persian: a paywall",
      """
      <div class="subscribe-box"><p>برای خواندن ادامه این مطلب باید مشترک شوید. اشتراک ماهانه از ۳۰ هزار
      تومان آغاز می‌شود.</p></div>
      """),
    Row(
      "Persian: consent",
      """
      <div class="cookie-notice"><p>این وب‌سایت برای بهبود تجربه شما از کوکی‌ها استفاده می‌کند. با ادامه
      استفاده از سایت، سیاست حریم خصوصی ما را می‌پذیرید.</p></div>
      """),
    Row(
      "Persian: a newsletter",
      """
      <div class="newsletter"><p>در خبرنامه ما عضو شوید تا تازه‌ترین نوشته‌ها هر شنبه به ایمیل شما برسد.</p>
      </div>
      """),
    Row(
      "Persian: an app",
      """
      <div class="download-app"><p>برای خواندن سریع‌تر خبرها، اپلیکیشن ما را از بازار یا مایکت دانلود
      کنید.</p></div>
      """),
    Row(
      "Arabic: consent",
      """
      <div role="alertdialog"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا، وبمتابعة التصفح
      فإنك توافق على ذلك.</p></div>
      """),
    Row(
      "Arabic: a paywall",
      """
      <div class="paywall"><p>هذا المحتوى للمشتركين فقط، اشترك الآن لمتابعة القراءة والحصول على وصول غير
      محدود إلى كل المقالات.</p></div>
      """),
    Row(
      "Arabic: a newsletter",
      """
      <div class="newsletter-box"><p>اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح إلى بريدك
      الإلكتروني.</p></div>
      """),
    Row(
      "German: a paywall",
      """
      <div class="paywall"><p>Mit dem Digital-Abo lesen Sie diesen und alle weiteren Artikel. Jederzeit
      kündbar.</p></div>
      """),
    Row(
      "Japanese: a paywall",
      #"<div class="paywall"><p>この記事は有料会員限定です。続きを読むには会員登録が必要です。</p></div>"#),
    Row(
      "Russian: consent",
      """
      <div class="cookie-banner"><p>Наш сайт использует файлы cookie. Продолжая работу с сайтом, вы
      соглашаетесь с этим.</p></div>
      """),
  ]

  /// All of these stays.
  static let lookalikes = [
    Row(
      "a text about paywalls, in no box",
      """
      <p>Readers who meet the words “subscribe to continue” leave, says a study of the county's four
      papers, and those who meet them twice do not come back.</p>
      """),
    Row(
      "a recipe in a class of that name",
      """
      <div class="cookies-recipe"><p>Let the cookies cool on the tray for ten minutes, and never put
      them into the tin while they are warm.</p></div>
      """),
    Row(
      "a policy on a page about it",
      """
      <div class="cookie-text"><p>We use necessary cookies to make our site work, and analytics cookies
      to count its visitors.</p></div>
      """, title: "Cookie policy of the ferry"),
    Row(
      "a notice, alone in its block, on a page about it",
      """
      <p>We use cookies to remember which pier you travel from, and this site needs your consent for
      that. You can withdraw it below.</p>
      """, title: "Privacy policy of the ferry"),
    Row(
      "a post filed under a word",
      """
      <div class="post tag-cookies category-newsletter"><p>We use cookies as coins at the ferry's
      kitchen table, and nobody has ever asked for our consent.</p></div>
      """),
    Row(
      "a paid text in its box, with one line of the wall",
      """
      <div class="paywall"><p>The ferryman says that the river has never been as low as in the summer
      of his fortieth year, when the cows walked over.</p>
      <p>His daughter has counted the stones in it, and says that seven are missing since the flood, of
      which the mill has two.</p><p>Unlimited access to the bank was his father's only privilege.</p>
      <p>The third arch is where the eels sleep, and the boys know it. On Sundays they lie there for
      hours with a lamp and a fork.</p></div>
      """),
    Row(
      "a fact box about the same thing as a nag",
      """
      <div class="factbox"><p>The county's papers lost a third of their subscribers between 2010 and
      2020, and half of their ferries.</p></div>
      """),
    Row(
      "a sentence that speaks of a newsletter, with a link",
      """
      <p>The society's <a href="/n">newsletter</a> of 1904 says that members could join for a shilling,
      and that few did.</p>
      """),
    Row(
      "an emphasised line that asks nothing",
      "<p><em>She had signed up for a newsletter that nobody wrote, and waited for years.</em></p>"),
    Row(
      "a section of a manual",
      """
      <section id="cookies"><p>To set cookies, call the method on the response that you return, once for
      each of them.</p><pre># we use cookies.get(name) here</pre></section>
      """),
    Row(
      "an emphasised offer of the text itself",
      "<p><strong>Get a room above the ferry, and open the app of the mill for its times.</strong></p>"
    ),
    Row(
      "a product's voices about its app",
      """
      <div class="app-reviews"><p>Having the mobile app means that I get the ferry's bell at the bottom
      of the garden, even with the door shut.</p></div>
      """),
    Row("a reference", "<p>See also: Mill, On the Casting of Bells, chapter 2, page 41.</p>"),
    Row(
      "a label that goes on as a sentence",
      "<p>Related to him by marriage, the miller never spoke of the bridge again in public.</p>"),
    Row(
      "a box of notes named so",
      """
      <div class="related"><p>The bridge of Marlow, two miles down, was built by the same men and with
      the same stones, but stood for a year only.</p></div>
      """),
    Row(
      "a list in a class of that name",
      """
      <div class="social-history"><ul><li>The mill of 1804, and what it ground</li>
      <li>The ferry before the bridge was built</li></ul></div>
      """),
    Row(
      "a play's dialogue in a class of that name",
      """
      <div class="dialog"><p>“You may accept it or not,” said the ferryman, “but I agree with the river
      on that, and it has the longer memory.”</p></div>
      """),
    Row(
      "a link to a text about inboxes",
      #"<p>She wrote <a href="/i">Your inbox and the river</a>, a book on patience, in 2011.</p>"#),
    Row(
      "Persian: a sentence about a newsletter, with a link",
      """
      <p>در <a href="/n">خبرنامه</a> سال ۱۳۰۲ نوشته‌اند که هر کس می‌خواست عضو شود باید دو ریال می‌پرداخت.</p>
      """),
    Row(
      "Persian: a text about newsletters",
      """
      <p>نخستین خبرنامه شهر در سال ۱۳۰۲ چاپ شد و هر که می‌خواست مشترک شود باید دو ریال به آسیابان می‌داد.</p>
      """),
    Row(
      "Persian: a box with notes",
      """
      <div class="box"><p>اشتراک زمین میان دو برادر سی سال پابرجا ماند و هیچ‌کدام از آن پشیمان نشد.</p></div>
      """),
    Row(
      "Persian: a policy on a page about it",
      """
      <div class="cookie-text"><p>این وب‌سایت برای شمردن بازدیدکنندگان خود از کوکی‌ها استفاده می‌کند.</p></div>
      """, title: "سیاست کوکی‌ها و حریم خصوصی"),
    Row(
      "Arabic: a text about consent",
      """
      <p>تسأل المواقع زوارها كل يوم عن ملفات تعريف الارتباط، ولا يقرأ أحد ما يوافق عليه، كما تقول دراسة
      جديدة.</p>
      """),
    Row(
      "Arabic: a paper's history in its box",
      """
      <div class="subscribers"><p>بلغ عدد قراء الجريدة في عام ١٩١١ ثلاثة آلاف، ولم يدفع ثمنها منهم إلا
      القليل في السنوات الأولى.</p></div>
      """),
  ]

  @Test(arguments: nags) func whatIsAskedOfReadersGoes(_ row: Row) {
    #expect(Self.left(row) == [], "\(row.label)")
  }

  @Test(arguments: lookalikes) func whatLooksLikeItStays(_ row: Row) {
    let left = Self.left(row).joined().filter { !$0.isWhitespace }
    #expect(left == Self.text(row.html).filter { !$0.isWhitespace }, "\(row.label)")
  }

  /// A fragment's text without its tags.
  private static func text(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }

  // MARK: Whole pages

  private static func cleaned(_ body: String) -> StageSample {
    StageSample(
      Document(markup: "<!doctype html><html><body>\(body)</body></html>"),
      through: DropSiteChrome(.init()))
  }

  @Test func aRegionIsOneInTheLedger() {
    let ledger = Self.cleaned(
      """
      <h1>The ferry</h1>\(Self.paragraphs.map { "<p>\($0)</p>" }.joined())
      <div class=newsletter><h3>The morning</h3><p>Sign up for our newsletter, it is short.</p></div>
      """
    ).ledger
    #expect(ledger.entries.map(\.reason) == ["newsletter", "newsletter"])
    #expect(
      ledger.entries.map(\.rule) == [
        "en/newsletter: \"sign up for our newsletter\"",
        "en/newsletter: \"sign up for our newsletter\"",
      ])
    #expect(ledger.regions.map(\.heading) == ["The morning"])
  }

  @Test func aPageThatIsNothingElseStays() {
    let text = "Analytics cookies count those who come to the pier, and necessary cookies are warm."
    #expect(Self.cleaned("<div class=cookie-notice><p>\(text)</p></div>").lines == [text])
    #expect(Self.cleaned("<div role=dialog><p>\(text)</p></div>").lines == [text])
  }

  @Test func aPhraseOfTheOptionsSavesItsBlock() {
    var options = DropSiteChrome.Options()
    options.neverDrop = ["the morning"]
    let document = Document(
      markup: """
        <h1>The ferry</h1>\(Self.paragraphs.map { "<p>\($0)</p>" }.joined())
        <div class=newsletter><p>The morning</p><p>Sign up for our newsletter, it is short.</p></div>
        """)
    #expect(DropSiteChrome(options).edits(for: document).count == 1)
  }

  // MARK: Links that close a text

  private static let links = ["Mayor asks for money", "Buses to run late", "Lenn is clean again"]

  private static func closing(_ html: String) -> [String] {
    let left = cleaned(
      "<h1>The ferry</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())\(html)"
    ).lines
    return left.filter { !paragraphs.contains($0) && $0 != "The ferry" }
  }

  @Test func linksThatCloseATextGo() {
    let items = Self.links.map { "<li><a href=/x>\($0)</a></li>" }.joined()
    #expect(Self.closing("<ul>\(items)</ul>") == [])
    #expect(Self.closing(Self.links.map { "<p><a href=/x>\($0)</a></p>" }.joined()) == [])
    #expect(
      Self.closing(
        "<p><a href=/x>مدیران پل تازه را دیدند</a></p><p><a href=/y>راه شمال باز شد</a></p>")
        == [])
  }

  @Test func linksOfTheTextStay() {
    func items(_ href: String) -> String {
      Self.links.map { "<li><a href=\(href)>\($0)</a></li>" }.joined()
    }
    #expect(Self.closing("<h2>Sources</h2><ul>\(items("/x"))</ul>").count == 4)
    #expect(Self.closing("<p>What to read on the way:</p><ul>\(items("/x"))</ul>").count == 4)
    #expect(Self.closing("<ul>\(items("#part"))</ul>").count == 3)
    #expect(Self.closing("<ul>\(items("/notes.pdf?v=2"))</ul>").count == 3)
    #expect(Self.closing("<p><a href=/x>Mayor asks for money</a></p>").count == 1)
    #expect(Self.closing("<ul>\(items("/x"))</ul><p>The ferry is free.</p>").count == 4)
  }
}
