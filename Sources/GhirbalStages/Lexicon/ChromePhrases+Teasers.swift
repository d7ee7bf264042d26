/// Ways to other texts that stand inside a text, in the languages that have no rows of their own.
extension ChromePhrases {
  static let teasers: [ChromePhrases] = [
    ChromePhrases(
      .italian, .relatedLinks, .line,
      ["leggi anche", "leggi pure", "da leggere anche", "potrebbe interessarti anche"],
      weak: ["vedi anche", "approfondisci"]),
    ChromePhrases(
      .portuguese, .relatedLinks, .line,
      ["leia também", "leia mais", "leia ainda", "veja também", "saiba mais", "ler também"]),
    ChromePhrases(
      .dutch, .relatedLinks, .line,
      ["lees ook", "lees meer", "bekijk ook", "ook interessant", "meer over dit onderwerp"]),
    ChromePhrases(
      .swedish, .relatedLinks, .line, ["läs också", "läs även", "läs mer", "se även"]),
    ChromePhrases(
      .norwegian, .relatedLinks, .line, ["les også", "les mer", "se også", "les mer om saken"]),
    ChromePhrases(.danish, .relatedLinks, .line, ["læs også", "læs mere", "se også"]),
    ChromePhrases(
      .polish, .relatedLinks, .line,
      [
        "czytaj też", "czytaj także", "czytaj również", "przeczytaj także", "przeczytaj też",
        "zobacz też", "zobacz także", "czytaj więcej", "polecamy także",
      ]),
    ChromePhrases(
      .czech, .relatedLinks, .line,
      [
        "čtěte také", "čtěte též", "přečtěte si také", "přečtěte si", "čtěte více",
        "související články",
      ]),
    ChromePhrases(
      .ukrainian, .relatedLinks, .line,
      ["читайте також", "читайте ще", "читати також", "дивіться також", "вас може зацікавити"]),
    ChromePhrases(
      .korean, .relatedLinks, .line, ["관련 기사", "관련기사", "함께 읽기", "이 기사도 함께"]),
    ChromePhrases(
      .hindi, .relatedLinks, .line, ["यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "यह भी देखें"]),
    ChromePhrases(.vietnamese, .relatedLinks, .line, ["xem thêm", "đọc thêm", "tin liên quan"]),
    ChromePhrases(
      .italian, .navigation, ["vai al contenuto", "salta al contenuto", "passa al contenuto"]),
    ChromePhrases(
      .portuguese, .navigation,
      ["ir para o conteúdo", "pular para o conteúdo", "saltar para o conteúdo"]),
    ChromePhrases(
      .dutch, .navigation, ["ga naar de inhoud", "naar de inhoud", "direct naar artikelinhoud"]),
    ChromePhrases(
      .swedish, .navigation, ["hoppa till innehåll", "gå till innehåll", "till innehållet"]),
    ChromePhrases(
      .norwegian, .navigation, ["hopp til innhold", "gå til innhold", "hopp til hovedinnhold"]),
    ChromePhrases(
      .danish, .navigation, ["gå til indhold", "spring til indhold", "gå til hovedindhold"]),
    ChromePhrases(.polish, .navigation, ["przejdź do treści", "przejdź do głównej treści"]),
    ChromePhrases(
      .czech, .navigation, ["přeskočit na obsah", "přejít k obsahu", "přejít na obsah"]),
    ChromePhrases(.ukrainian, .navigation, ["перейти до вмісту", "перейти до змісту"]),
    ChromePhrases(.korean, .navigation, ["본문 바로가기", "본문으로 바로가기", "콘텐츠로 건너뛰기"]),
    ChromePhrases(.hindi, .navigation, ["मुख्य सामग्री पर जाएं", "सामग्री पर जाएं"]),
  ]
}
