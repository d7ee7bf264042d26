/// The words that name regions, in the languages that makers of sites write class names in.
///
/// A blank stands for a word's edge: " nav " is the whole word, " nav" how one begins, "nav" any
/// place. Words are parted by anything that is no letter or digit and where a capital follows a
/// small letter: `relatedPosts`, `related-posts` and `related_posts` are the same two words.
enum RegionWords {
  static let rows: [(region: Region, words: [String])] = [
    (
      .navigation,
      [
        " nav ", " navbar", " navi ", "navigation", " menu", "menu ", " topnav", " subnav",
        " mainnav",
        " toolbar", " tabbar", " skip ", " sitemap ", " megamenu", " footnav",
      ]
    ),
    (
      .footer,
      [
        " footer", "footer ", " foot ", " colophon", " imprint", " impressum", " legal ",
        " bottom ",
        " copyright", " copy right ",
      ]
    ),
    (.header, [" header", "header ", " masthead", " topbar", " top ", " head ", " kopf "]),
    (
      .sidebar,
      [
        "sidebar", " side ", " aside", " widget", " rail ", " secondary", " right ", " left ",
        " sidenav", " column ", " marginal",
      ]
    ),
    (
      .comment,
      [
        "comment", "kommentar", " coment", " disqus", " respond ", " replies ", " reply ",
        " spotim",
        " coral ", " reaction", "commento", " yorum", " komentar", " komment", " opinie ",
        " diskussion",
        " discussion", " leserbrief",
      ]
    ),
    (
      .related,
      [
        " related", " recommend", " recommanded", " similar", " upsell", " crosssell",
        " cross sell ",
        " popular", " trending", " latest ", " recent", " more ", " mehr ", " also ", " alsolike",
        " suggested", " suggestion", " further", " readmore", " read more ", " verwandt",
        " correlat",
        " relacion", " relaciona", " lire ", " leggi ", " most ", " next ", " prev", " weiter",
        " siehe ", " similaire", " recirc", " inline article ", " powiazane", " benzer", " ilgili",
        " outbrain", " taboola", " onward", " crosslink", " linkbox", " linklist",
      ]
    ),
    (
      .social,
      [
        " share", "sharing", "social", " follow", " facebook", " twitter", " linkedin",
        " pinterest",
        " whatsapp", " instagram", " telegram", " addtoany", " sharedaddy", " addthis", " likes ",
        " teilen", " partage", " compart", " condivi", " paylas", " udostepn",
      ]
    ),
    (
      .advertisement,
      [
        " ad ", " ads ", " advert", " adsense", " adsbygoogle", " adslot", " adunit", " sponsor",
        " promo", " banner", " outbrain", " taboola", " dfp ", " gpt ", " affiliate", " werbung",
        " anzeige", " publicid", " publicit", " pubblicit", " reklam", " commercial", " mrec",
      ]
    ),
    (
      .consent,
      [
        "cookie", " consent", " gdpr", " privacy", "onetrust", " ot sdk", " ot pc", " cmp ",
        " usercentrics", " sourcepoint", " didomi", " datenschutz", " ccpa",
      ]
    ),
    (
      .window,
      [
        "modal", "popup", " pop up ", " overlay", " dialog", " lightbox", " offcanvas",
        " off canvas ",
        " drawer", " tooltip", " toast", " flyout", " popover", " dropdown", " fancybox",
      ]
    ),
    (
      .byline,
      [
        "byline", "author", " autor", " redakteur", " journalist", " contributor", " writer",
        " auteur", " autore", " reporter", " posted ", " postedby", " verfasser", " yazar",
      ]
    ),
    (
      .content,
      [
        " content", "content ", " main ", " article", " artikel", " articulo", " articolo",
        " entry",
        " post ", " story", " text ", " copy ", " prose", " richtext", " rich text ", " wysiwyg",
        " markdown", " rte ", " single ", " page ", " inhalt", " contenido", " contenu",
        " conteudo",
        " contenuto", " cuerpo", " corps ", " noticia", " notizia", " news ", " haber", " icerik",
        " tresc", " matn", " khabar",
      ]
    ),
    (
      .body,
      [
        " articlebody", " article body", " article content", " article text", " articlecontent",
        " articletext", " entry content", " entrycontent", " entry body ", " post content",
        " postcontent", " post body", " postbody", " post entry ", " story body", " storybody",
        " story content", " storytext", " body text", " bodytext", " body content", " bodycontent",
        " bodycopy", " body copy", " main content", " maincontent", " content body", " contentbody",
        " content main ", " page content", " news content", " newscontent", " newstext",
        " news text ",
        " article detail", " article main", " content article ", " artikel text", " artikelinhalt",
        " cuerpo noticia", " detail text", " td post content ", " text content ", " textbody",
        " single content", " mw parser output", " markdown body", " field name body ",
        " field body ", " haber detay", " message body", " rich text", " richtext",
      ]
    ),
    (
      .product,
      [
        "product", " produkt", " producto", " produit", " prodotto", " pdp ", " sku ", " cart ",
        " warenkorb", " basket", " buy ", " shop", " stock ", " shipping", " checkout", " variant",
        " wishlist", " addtocart", " add to cart ",
      ]
    ),
    (
      .forum,
      [
        " thread", " message", " messages", " topic", " question", " answer", " posts ",
        " viewtopic",
        " op ", " bbcode", " bbwrapper", " postbody", " post body ", " votes ", " vote ", " forum",
        " conversation", " userinfo", " signature",
      ]
    ),
    (
      .list,
      [
        " list ", " listing", " grid", " items ", " item ", " cards ", " tiles ", " results ",
        " result ", " collection", " catalog", " archive", " feed ", " stream ", " loop ",
        " liste ",
        " lista ", " newslist", " rows ", " gallery", " galerie", " masonry",
      ]
    ),
    (.filter, [" filter", " facet", " sort ", " sorting", " refine", " sortby", " orderby"]),
    (
      .form,
      [
        " form ", " search", " input", " field ", " fields ", " suche", " buscador", " busca ",
        " recherche", " ricerca", " mailing", " captcha", " gform", " wpcf7", " label ",
      ]
    ),
    (
      .hidden,
      [
        " hidden", " hide ", " screen reader", " sr only ", " sronly ", " visually",
        " visuallyhidden",
        " invisible", " collapsed ", " offscreen", " clip ", " mobile only ", " d none ",
        " noscript",
        " print ", " no print ", " noprint",
      ]
    ),
    (
      .code,
      [
        " code", " highlight", " hljs", " prism", " snippet", " codeblock", " example", " syntax",
        " terminal", " console", " gist",
      ]
    ),
    (
      .tableOfContents,
      [" toc ", " toc", " outline ", " anchor", " jump ", " contents ", " inhaltsverzeichnis"]
    ),
    (
      .lead,
      [
        " lead ", " lede ", " leadtext", " intro", " standfirst", " deck ", " dek ", " subtitle",
        " subhead", " sub head", " subheadline", " summary", " excerpt", " vorspann", " chapo",
        " sumario", " entradilla", " occhiello", " sommario", " bajada", " teasertext", " abstract",
        " ingress", " hero", " jumbotron", " tagline", " ozet", " spot ",
      ]
    ),
    (
      .questions,
      [
        " faq", " accordion", " tab ", " tabs ", " tabpanel", " tab pane", " panel", " collapse",
        " toggle", " expand",
      ]
    ),
    (.action, [" cta", " button", " btn", " actions ", " action ", " links ", " link "]),
    (
      .review,
      [
        " review", " rating", " testimonial", " stars ", " star ", " bewertung", " avis ",
        " feature", " benefit",
      ]
    ),
    (
      .caption,
      [
        "caption", " bildunter", " bu ", " legend", " didascal", " pie foto", " piefoto", " credit",
        " copyright", " quelle", " img desc", " image desc", " photo desc", " bildtext",
        " photocredit",
        " leyenda", " legenda", " figcap",
      ]
    ),
    (
      .image,
      [
        " image", " img", " photo", " picture", " bild", " foto", " figure", " media", " thumb",
        " video", " icon", " slide", " imagen", " player", " audio ", " podcast",
      ]
    ),
    (
      .section,
      [
        " section", " row ", " container", " wrapper", " wrap ", " block ", " module", " component",
        " layout", " elementor", " col ", " vc ",
      ]
    ),
    (
      .box,
      [
        " factbox", " fact ", " infobox", " info box ", " expandable", " faktenbox", " kasten",
        " box ",
        "box ", " callout", " hinweis", " notice", " disclaimer", " alert", " explain",
        " background",
        " note ", " pullout", " highlightbox", " recuadro", " despiece", " info ",
      ]
    ),
    (
      .teaser,
      [
        "teaser", " card", "card ", " promo", " tile", " recirc", " summary ", " articlelist",
        " listitem", " list item ", " newslist", " headline list", " thumbnail", " preview",
        " promobox",
        " media object ", " entry summary ", " storylist", " stub ", " kicker",
      ]
    ),
    (
      .newsletter,
      [
        "newsletter", " subscri", " abonn", " abo ", " mailchimp", " optin", " opt in ", " boletin",
        " signup", " sign up ", " mc embed", " hs form", " suscrib", " iscri",
      ]
    ),
    (
      .tag,
      [
        " tags", " tag ", "taglist", " keyword", " label", " topics ", " thema ", " themen",
        " categor", " etiquet", " schlagwort", " rubrik", " hashtag",
      ]
    ),
    (
      .embed,
      [
        " embed", " widget", " tweet", " instagram", " youtube", " placeholder", " external",
        " iframe", " oembed", " infogram", " datawrapper", " opt in ",
      ]
    ),
    (
      .account,
      [
        " passw", " kennwort", " login", " log in ", " signin", " sign in ", " registr",
        " register",
        " account", " anmeld", " konto", " forgot", " user menu", " logged", " usernav",
        " profile menu",
      ]
    ),
    (
      .metadata,
      [
        " meta ", "meta ", " date", "date ", " time ", " timestamp", " publish", " updated",
        " datum",
        " fecha", " data ", " details ", " posted on ", " entry meta", " postmeta", " dateline",
        " readtime", " reading time", " tarih",
      ]
    ),
    (
      .quotation,
      [" quote", " blockquote", " zitat", " pull quote", " pullquote", " citation", " cita "]
    ),
    (.live, [" live", " ticker", " timeline", " liveblog", " blog ", " breaking"]),
    (
      .title,
      [
        " title", "title ", " headline", " heading", " titel", " titulo", " titre", " titolo",
        " h1 ", " baslik",
      ]
    ),
    (
      .footnote,
      [
        " footnote", " reference", " reflist", " bibliograph", " source", " sources ", " endnote",
        " citations ",
      ]
    ),
    (.breadcrumb, ["breadcrumb", " crumb", " brotkrume", " migas", " ariane"]),
    (
      .paragraph,
      [" paragraph", " para ", " par ", " absatz", " text", " p ", " textblock", " text block "]
    ),
    (
      .pagination,
      [
        " paginat", " pager", " pagenav", " page numbers ", " page links ", " loadmore",
        " load more ", " infinite",
      ]
    ),
    (
      .profile,
      [
        " profile", " avatar", " bio ", " user ", " username", " member", " userinfo", " poster ",
        " about author", " author bio", " author box", " authorbox", " vcard",
      ]
    ),
    (
      .price,
      [
        " price", "price ", " preis", " precio", " prix ", " prezzo", " amount", " currency",
        " fiyat", " sale ",
      ]
    ),
    (
      .specification,
      [
        " spec", " description", " detail", " beschreibung", " descripcion", " attributes",
        " features ", " ingredient", " dimensions",
      ]
    ),
    (
      .carousel,
      [
        " carousel", " slider", " swiper", " slick", " owl ", " glide", " flickity", " splide",
        " slideshow",
      ]
    ),
    (
      .paywall,
      [
        " paywall", " regwall", " piano ", " premium", " metered", " subscriber", " plus ",
        " offer ",
      ]
    ),
    (
      .contact,
      [
        " contact", " kontakt", " contacto", " phone ", " tel ", " address", " email", " mail ",
        " location", " map ", " hours ",
      ]
    ),
    (.event, [" event", " calendar", " schedule", " agenda", " veranstaltung", " termin"]),
    (
      .ingredients,
      [
        " ingredient", "ingredients ", " zutat", " ingredienser", " ingrediens", " ingredienti",
        " malzeme", " skladnik", " sastojci", " composition",
      ]
    ),
    (
      .instructions,
      [
        " instruction", "instructions ", " direction", "directions ", " method ", " methods ",
        " preparation", " zubereitung", " preparacion", " preparazione", " procedimento",
        " elaboracion", " steps", " step ", " howto", " how to ", " yapilis", " hazirlanis",
        " tillagning", " bereiding", " przygotowanie",
      ]
    ),
    (.nutrition, [" nutrition", " nutrient", " calorie", " naehrwert", " nutrici", " macros "]),
    (
      .recipe,
      [
        " recipe", "recipe ", " rezept", " receta", " recette", " ricetta", " receita", " recept",
        " wprm ", " tasty ", " przepis", " tarif",
      ]
    ),
    (
      .post,
      [
        " post ", " message", " answer", " reply ", " postbody", " post body ", " posttext",
        " post text ", " post message ", " postmessage", " bbcode", " bbwrapper", " cooked ",
        " comment body ", " comment text ", " comment content ", " usertext", " t f ", " plhin",
      ]
    ),
    (
      .signature,
      [
        " signature", " sig ", " postprofile", " userinfo", " userdetails", " user details ",
        " usercard", " user info ", " user card ", " post author", " postauthor", " message user",
        " author info", " poster info", " posterinfo", " postbit", " user extra", " user title ",
        " mini profile",
      ]
    ),
  ]
}
