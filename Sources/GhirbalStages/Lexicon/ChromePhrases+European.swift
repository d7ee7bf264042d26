import GhirbalText

extension ChromePhrases {
  static let german: [ChromePhrases] = [
    ChromePhrases(
      .german, .recentPosts, .list,
      [
        "neueste beiträge", "letzte beiträge", "aktuelle beiträge", "neueste artikel",
        "neueste kommentare", "letzte kommentare",
        "aktuelle artikel", "aktuelle nachrichten", "meistgelesen", "meistgelesene artikel",
        "meist gelesen", "am meisten gelesen",
        "beliebte beiträge", "beliebte artikel", "neueste nachrichten", "letzte artikel",
        "aktuelle meldungen", "neueste meldungen",
        "meistkommentiert", "weitere nachrichten", "weitere meldungen", "weitere beiträge",
        "top-themen", "weitere artikel",
      ], weak: ["archiv", "aktuelles", "topthemen", "neueste", "beliebt"]),
    ChromePhrases(
      .german, .relatedLinks, .list,
      [
        "ähnliche beiträge", "ähnliche artikel", "verwandte artikel", "verwandte beiträge",
        "verwandte themen", "mehr zum thema",
        "das könnte sie auch interessieren", "das könnte dich auch interessieren",
        "das könnte ihnen auch gefallen",
        "das könnte dir auch gefallen", "lesen sie auch", "weitere artikel zum thema",
        "passend dazu", "mehr aus diesem ressort",
        "weiterführende links", "auch interessant", "empfohlene artikel", "mehr zu diesem thema",
        "lesetipps", "ähnliche themen",
        "kunden kauften auch", "das interessiert andere leser", "empfehlungen der redaktion",
        "mehr lesen zu",
      ], weak: ["mehr dazu", "weiterlesen:", "siehe auch", "mehr", "empfehlungen", "links"]),
    ChromePhrases(
      .german, .relatedLinks, .line,
      [
        "lesen sie auch", "das könnte sie auch interessieren", "lies auch", "lesen sie mehr",
        "mehr zum thema", "lesen sie hier", "lesetipp", "auch lesenswert",
      ],
      weak: ["siehe auch", "mehr dazu"]),
    ChromePhrases(
      .german, .relatedLinks,
      [
        "weiterlesen", "mehr lesen", "mehr erfahren", "artikel lesen", "zum artikel",
        "alle anzeigen", "mehr anzeigen", "alle beiträge anzeigen", "mehr laden",
        "ganzen artikel lesen",
      ],
      weak: ["mehr…", "mehr »", "alle", "details"]),
    ChromePhrases(
      .german, .sourceLink,
      ["link zur quelle", "originalartikel", "zum originalartikel", "quelllink"],
      weak: ["quelle", "quellen"]),
    ChromePhrases(
      .german, .replyForm, .form,
      [
        "kommentar schreiben", "kommentar verfassen", "schreibe einen kommentar",
        "schreiben sie einen kommentar", "hinterlasse einen kommentar", "antwort hinterlassen",
        "kommentar hinterlassen", "kommentieren sie diesen artikel", "einen kommentar schreiben",
        "schreib einen kommentar", "hinterlasse eine antwort", "jetzt kommentieren",
      ],
      weak: ["kommentieren", "antworten"]),
    ChromePhrases(
      .german, .replyForm,
      [
        "antwort abbrechen", "antworten abbrechen", "kommentar abschicken", "kommentar absenden",
        "deine e-mail-adresse wird nicht veröffentlicht",
        "deine e-mail-adresse wird nicht veröffentlicht. erforderliche felder sind mit * markiert",
        "ihre e-mail-adresse wird nicht veröffentlicht", "erforderliche felder sind mit * markiert",
        "erforderliche felder sind markiert",
        "meinen namen, meine e-mail-adresse und meine website in diesem browser für die nächste kommentierung speichern",
        "kommentare sind geschlossen", "die kommentarfunktion ist geschlossen",
        "sie müssen angemeldet sein, um einen kommentar abzugeben",
        "du musst angemeldet sein, um einen kommentar abzugeben", "kommentare anzeigen",
        "alle kommentare anzeigen",
      ],
      weak: ["kommentar", "absenden", "e-mail", "abschicken", "ihr name", "ihre e-mail"]),
    ChromePhrases(
      .german, .commentCount,
      [
        "keine kommentare", "kommentare deaktiviert", "noch keine kommentare", "0 kommentare",
        "1 kommentar",
      ], weak: ["kommentare", "kommentar", "antworten", "leserkommentare"]),
    ChromePhrases(
      .german, .shareBar, .line,
      [
        "artikel teilen", "beitrag teilen", "teilen auf facebook", "auf facebook teilen",
        "auf twitter teilen", "auf x teilen", "per e-mail teilen", "per whatsapp teilen",
        "auf whatsapp teilen", "teilen mit", "diesen artikel teilen", "diesen beitrag teilen",
        "link kopieren", "link kopiert", "per mail versenden", "artikel versenden",
        "artikel empfehlen", "seite empfehlen", "weiterempfehlen", "per e-mail senden",
        "teilen sie diesen artikel",
      ],
      weak: [
        "teilen", "merken", "twittern", "versenden", "empfehlen", "drucken", "gefällt mir",
        "mailen", "speichern",
      ]),
    ChromePhrases(
      .german, .followBar, .line,
      [
        "folgen sie uns", "folgen sie uns auf", "folge uns", "folge uns auf",
        "folgen sie uns auf facebook", "folge uns auf instagram",
      ], weak: ["folgen", "soziale medien", "social media"]),
    ChromePhrases(
      .german, .cookieNotice,
      [
        "cookie-einstellungen", "cookie einstellungen", "cookies akzeptieren",
        "alle cookies akzeptieren", "cookie-richtlinie", "alle akzeptieren",
        "datenschutzeinstellungen", "diese website verwendet cookies",
        "diese webseite verwendet cookies", "wir verwenden cookies", "nur notwendige cookies",
        "cookies verwalten", "cookie-hinweis",
      ],
      weak: [
        "akzeptieren", "ablehnen", "zustimmen", "einverstanden", "einstellungen", "verstanden",
        "alle ablehnen",
      ]),
    ChromePhrases(
      .german, .cookieNotice, .sentence,
      [
        "wir verwenden cookies", "diese website verwendet cookies",
        "diese webseite verwendet cookies", "diese seite verwendet cookies", "wir nutzen cookies",
        "unsere website verwendet cookies", "wir setzen cookies", "durch die weitere nutzung",
        "mit der nutzung dieser seite",
      ]),
    ChromePhrases(
      .german, .newsletter, .form,
      [
        "newsletter abonnieren", "newsletter bestellen", "zum newsletter anmelden",
        "newsletter anmeldung", "newsletter-anmeldung", "jetzt newsletter abonnieren",
        "unser newsletter", "abonnieren sie unseren newsletter",
        "melden sie sich für unseren newsletter an", "abonniere unseren newsletter",
      ], weak: ["abonnieren", "abo", "abonnement"]),
    ChromePhrases(
      .german, .newsletter, .sentence,
      [
        "abonnieren sie unseren newsletter", "melden sie sich für unseren newsletter",
        "abonniere unseren newsletter", "mit unserem newsletter",
      ]),
    ChromePhrases(
      .german, .copyright, .edge,
      [
        "alle rechte vorbehalten", "sämtliche rechte vorbehalten",
        "mit freundlicher unterstützung von wordpress",
      ]),
    ChromePhrases(
      .german, .readingTime, .line,
      [
        "lesezeit", "geschätzte lesezeit", "minuten lesezeit", "min. lesezeit", "min lesezeit",
        "lesedauer", "minute lesezeit", "ca. lesezeit",
      ]),
    ChromePhrases(
      .german, .pageTool, .line,
      [
        "seite drucken", "artikel drucken", "druckversion", "druckansicht", "schriftgröße",
        "schriftgrösse", "artikel anhören", "als pdf speichern", "artikel merken", "fehler melden",
        "schrift vergrößern", "artikel vorlesen", "zur merkliste",
      ], weak: ["drucken", "vorlesen", "anhören", "merkliste"]),
    ChromePhrases(.german, .shortLink, .line, ["kurzlink", "kurz-url", "permanentlink"]),
    ChromePhrases(.german, .newsCode, .line, ["artikel-id", "artikelnummer der redaktion"]),
    ChromePhrases(.german, .endMark, ["artikelende", "ende der meldung"], weak: ["ende"]),
    ChromePhrases(
      .german, .advertisement,
      [
        "werbung – artikel läuft unten weiter", "nach der anzeige weiterlesen",
        "artikel wird nach der anzeige fortgesetzt", "hier werben", "werben sie hier",
        "- anzeige -", "– anzeige –",
      ], weak: ["anzeige", "anzeigen", "werbung", "gesponsert", "sponsored post"]),
    ChromePhrases(
      .german, .navigation,
      [
        "zum inhalt springen", "zum hauptinhalt springen", "zum inhalt", "direkt zum inhalt",
        "zur navigation springen", "nach oben", "zum seitenanfang", "zurück nach oben",
        "seitenanfang", "zurück zum seitenanfang", "nächster beitrag", "vorheriger beitrag",
        "nächster artikel", "vorheriger artikel", "nächste seite", "vorherige seite",
        "ältere beiträge", "neuere beiträge", "beitragsnavigation", "zurück zur übersicht",
        "zur startseite", "zurück zur startseite", "sie sind hier", "datenschutzerklärung",
        "menü öffnen", "menü schließen", "über uns", "suche nach:", "nutzungsbedingungen",
        "allgemeine geschäftsbedingungen", "kontaktieren sie uns",
      ],
      weak: [
        "startseite", "menü", "suche", "weiter", "zurück", "impressum", "datenschutz", "kontakt",
        "agb", "hilfe", "schließen", "übersicht", "barrierefreiheit", "suchen", "vorherige",
        "nächste",
      ]),
    ChromePhrases(.german, .navigation, .line, ["sie sind hier:"], weak: ["startseite"]),
    ChromePhrases(
      .german, .account,
      [
        "anmelden / registrieren", "jetzt registrieren", "passwort vergessen?",
        "passwort vergessen", "mein konto", "konto erstellen", "angemeldet bleiben",
        "in den warenkorb", "jetzt anmelden", "noch kein konto?",
      ],
      weak: [
        "anmelden", "registrieren", "einloggen", "abmelden", "benutzername", "passwort",
        "warenkorb", "merkzettel",
      ]),
    ChromePhrases(
      .german, .emptyLabel,
      [
        "schlagwörter:", "kategorien:", "schlagworte:", "veröffentlicht in", "verschlagwortet mit",
        "veröffentlicht am", "kategorie:", "veröffentlicht unter", "themen:",
      ],
      weak: [
        "schlagwörter", "kategorien", "schlagworte", "stichwörter", "kategorie", "themen",
        "stichworte", "autor",
      ]),
    ChromePhrases(
      .german, .placeholder,
      [
        "bitte warten", "wird geladen", "wird geladen...", "bitte aktivieren sie javascript",
        "javascript ist deaktiviert", "keine ergebnisse gefunden", "inhalt wird geladen",
      ], weak: ["lädt", "laden"]),
    ChromePhrases(
      .german, .viewCount, .line, ["seitenaufrufe", "anzahl aufrufe"], weak: ["aufrufe", "gelesen"]),
  ]

  static let french: [ChromePhrases] = [
    ChromePhrases(
      .french, .recentPosts, .list,
      [
        "articles récents", "derniers articles", "dernières actualités", "les plus lus",
        "les plus populaires", "articles populaires", "commentaires récents",
        "derniers commentaires", "à la une", "dernières nouvelles", "les plus consultés",
        "les derniers articles", "les articles les plus lus", "dernières publications",
        "publications récentes", "les plus commentés", "les plus partagés", "actualités récentes",
        "plus d'articles", "fil info",
      ],
      weak: ["archives", "récents", "populaires", "actualités"]),
    ChromePhrases(
      .french, .relatedLinks, .list,
      [
        "articles similaires", "articles liés", "articles connexes", "sur le même thème",
        "sur le même sujet", "dans la même rubrique", "vous aimerez aussi",
        "vous pourriez aussi aimer", "cela pourrait vous intéresser",
        "ceci pourrait vous intéresser", "à lire aussi", "à lire également", "lire aussi",
        "lire également", "à découvrir aussi", "recommandé pour vous", "articles recommandés",
        "contenus sponsorisés", "dans la même catégorie", "nos autres articles",
        "vous pourriez également être intéressé par", "sujets connexes", "liens connexes",
        "produits similaires", "à voir aussi", "pour aller plus loin",
      ],
      weak: ["voir aussi", "en savoir plus", "similaires", "liens"]),
    ChromePhrases(
      .french, .relatedLinks, .line,
      [
        "lire aussi", "à lire aussi", "lire également", "à lire également", "a lire aussi",
        "à voir aussi", "relire", "lire notre article", "à lire sur le même sujet",
      ], weak: ["voir aussi"]),
    ChromePhrases(
      .french, .relatedLinks,
      [
        "lire la suite", "lire plus", "lire l'article", "lire la suite »", "continuer la lecture",
        "voir tous les articles", "afficher plus", "charger plus", "voir plus", "tout afficher",
        "voir tout", "lire l’intégralité de l’article",
      ], weak: ["suite", "plus d'infos", "plus d'informations", "détails"]),
    ChromePhrases(
      .french, .sourceLink,
      [
        "lien source", "source originale", "article original", "lien vers la source",
        "voir l'article original",
      ], weak: ["sources"]),
    ChromePhrases(
      .french, .replyForm, .form,
      [
        "laisser un commentaire", "laissez un commentaire", "laisser une réponse",
        "ajouter un commentaire", "poster un commentaire", "écrire un commentaire",
        "votre commentaire", "publier un commentaire", "commenter cet article", "donnez votre avis",
        "réagir à cet article", "déposer un commentaire", "laisser un avis",
      ], weak: ["commenter", "répondre", "réagir"]),
    ChromePhrases(
      .french, .replyForm,
      [
        "annuler la réponse", "laisser un commentaire annuler la réponse",
        "votre adresse e-mail ne sera pas publiée",
        "votre adresse de messagerie ne sera pas publiée",
        "votre adresse e-mail ne sera pas publiée. les champs obligatoires sont indiqués avec",
        "les champs obligatoires sont indiqués avec",
        "les champs obligatoires sont indiqués avec *",
        "enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire",
        "les commentaires sont fermés", "vous devez être connecté pour publier un commentaire",
        "connectez-vous pour commenter", "voir les commentaires", "soyez le premier à commenter",
        "voir tous les commentaires",
      ],
      weak: [
        "nom *", "e-mail *", "commentaire *", "site web", "envoyer", "commentaire", "votre nom",
        "votre e-mail",
      ]),
    ChromePhrases(
      .french, .commentCount,
      [
        "aucun commentaire", "pas de commentaire", "pas de commentaires", "0 commentaire",
        "1 commentaire", "commentaires fermés",
      ], weak: ["commentaires", "commentaire", "réactions", "avis"]),
    ChromePhrases(
      .french, .shareBar, .line,
      [
        "partager sur facebook", "partager sur twitter", "partager sur x", "partager sur linkedin",
        "partager sur whatsapp", "partager cet article", "partagez cet article",
        "partager l'article", "partager par e-mail", "partager par email", "envoyer par e-mail",
        "envoyer à un ami", "copier le lien", "lien copié", "partager la publication",
        "partagez sur", "partager sur", "envoyer par mail", "partager :", "partager cette page",
        "partagez :",
      ],
      weak: ["partager", "partagez", "partages", "tweeter", "enregistrer", "j'aime", "envoyer"]),
    ChromePhrases(
      .french, .followBar, .line,
      [
        "suivez-nous", "suivez-nous sur", "suivez nous", "suivez-nous sur facebook",
        "retrouvez-nous sur", "suivez-nous sur les réseaux sociaux", "rejoignez-nous",
      ], weak: ["suivre", "réseaux sociaux"]),
    ChromePhrases(
      .french, .cookieNotice,
      [
        "accepter les cookies", "tout accepter", "tout refuser", "gérer les cookies",
        "paramétrer les cookies", "politique de cookies", "paramètres des cookies",
        "gestion des cookies", "ce site utilise des cookies", "nous utilisons des cookies",
        "continuer sans accepter", "gérer mes cookies", "préférences cookies",
        "accepter tous les cookies",
      ], weak: ["accepter", "refuser", "paramétrer", "j'accepte", "personnaliser", "d'accord"]),
    ChromePhrases(
      .french, .cookieNotice, .sentence,
      [
        "nous utilisons des cookies", "ce site utilise des cookies",
        "notre site utilise des cookies", "en poursuivant votre navigation",
        "en continuant à utiliser", "avec votre accord, nos partenaires et nous",
        "nous et nos partenaires",
      ]),
    ChromePhrases(
      .french, .newsletter, .form,
      [
        "inscrivez-vous à notre newsletter", "abonnez-vous à notre newsletter",
        "inscription à la newsletter", "s'inscrire à la newsletter", "recevez notre newsletter",
        "abonnez-vous à la newsletter", "recevoir la newsletter", "notre newsletter",
        "lettre d'information", "abonnez-vous à notre lettre d'information",
      ], weak: ["s'abonner", "abonnez-vous", "s'inscrire", "je m'abonne", "infolettre"]),
    ChromePhrases(
      .french, .newsletter, .sentence,
      [
        "inscrivez-vous à notre newsletter", "abonnez-vous à notre newsletter", "recevez chaque",
        "abonnez-vous à la newsletter",
      ]),
    ChromePhrases(
      .french, .copyright, .edge,
      [
        "tous droits réservés", "tout droit réservé", "tous les droits réservés",
        "reproduction interdite", "fièrement propulsé par wordpress",
      ]),
    ChromePhrases(
      .french, .readingTime, .line,
      [
        "temps de lecture", "durée de lecture", "min de lecture", "minutes de lecture",
        "minute de lecture", "temps de lecture estimé",
      ]),
    ChromePhrases(
      .french, .pageTool, .line,
      [
        "imprimer cet article", "imprimer l'article", "version imprimable", "taille du texte",
        "taille de la police", "écouter cet article", "écouter l'article", "télécharger le pdf",
        "signaler une erreur", "imprimer la page", "ajouter aux favoris", "signaler un contenu",
      ], weak: ["imprimer", "télécharger", "écouter", "favoris", "signaler"]),
    ChromePhrases(
      .french, .shortLink, .line, ["lien court", "url courte", "lien permanent", "permalien"]),
    ChromePhrases(.french, .newsCode, .line, ["numéro de l'article", "identifiant de l'article"]),
    ChromePhrases(.french, .endMark, ["fin de l'article"], weak: ["fin"]),
    ChromePhrases(
      .french, .advertisement,
      [
        "la suite après cette publicité", "contenu sponsorisé", "espace publicitaire",
        "la suite après la publicité", "- publicité -", "suite après la publicité",
      ], weak: ["publicité", "annonce", "annonces", "pub", "sponsorisé", "partenaire"]),
    ChromePhrases(
      .french, .navigation,
      [
        "aller au contenu", "aller au contenu principal", "passer au contenu", "accéder au contenu",
        "retour en haut", "retour en haut de page", "haut de page", "revenir en haut",
        "article précédent", "article suivant", "page précédente", "page suivante",
        "articles plus anciens", "articles plus récents", "navigation de l'article",
        "navigation des articles", "retour à l'accueil", "vous êtes ici", "mentions légales",
        "politique de confidentialité", "conditions d'utilisation", "conditions générales",
        "plan du site", "contactez-nous", "qui sommes-nous", "à propos de nous",
        "conditions générales de vente", "menu principal", "liens utiles", "données personnelles",
        "qui sommes-nous ?",
      ],
      weak: [
        "accueil", "rechercher", "recherche", "suivant", "précédent", "retour", "à propos", "aide",
        "fermer", "plan", "haut", "confidentialité", "rubriques",
      ]),
    ChromePhrases(.french, .navigation, .line, ["vous êtes ici :"], weak: ["accueil"]),
    ChromePhrases(
      .french, .account,
      [
        "mot de passe oublié ?", "mot de passe oublié", "créer un compte", "mon compte",
        "se souvenir de moi", "s'identifier", "déjà abonné ?", "ajouter au panier",
        "connexion / inscription", "déjà inscrit ?", "se déconnecter",
      ],
      weak: [
        "connexion", "se connecter", "inscription", "déconnexion", "identifiant", "mot de passe",
        "panier", "compte",
      ]),
    ChromePhrases(
      .french, .emptyLabel,
      [
        "mots-clés :", "catégories :", "étiquettes :", "publié dans", "étiqueté", "classé dans",
        "mots clés :", "publié le", "mis à jour le", "publié par",
      ],
      weak: [
        "mots-clés", "catégories", "étiquettes", "mots clés", "catégorie", "auteur", "thèmes",
        "publié",
      ]),
    ChromePhrases(
      .french, .placeholder,
      [
        "chargement en cours", "veuillez patienter", "chargement...", "veuillez activer javascript",
        "aucun résultat", "aucun résultat trouvé", "chargement en cours...",
      ], weak: ["chargement"]),
    ChromePhrases(
      .french, .viewCount, .line, ["nombre de vues", "nombre de lectures"],
      weak: ["vues", "lectures"]),
  ]

  static let spanish: [ChromePhrases] = [
    ChromePhrases(
      .spanish, .recentPosts, .list,
      [
        "entradas recientes", "últimas entradas", "últimas noticias", "noticias recientes",
        "artículos recientes", "últimos artículos", "lo más leído", "las más leídas", "más leídas",
        "más leídos", "lo más visto", "lo más popular", "entradas populares",
        "comentarios recientes", "últimos comentarios", "publicaciones recientes", "más noticias",
        "otras noticias", "lo último", "noticias destacadas", "artículos populares",
        "lo más comentado", "más artículos",
      ],
      weak: ["archivos", "archivo", "recientes", "destacados", "destacadas"]),
    ChromePhrases(
      .spanish, .relatedLinks, .list,
      [
        "artículos relacionados", "lea también", "lee también", "entradas relacionadas",
        "noticias relacionadas",
        "contenido relacionado", "contenidos relacionados", "temas relacionados",
        "publicaciones relacionadas", "te puede interesar", "te podría interesar",
        "también te puede interesar", "quizás también te interese", "le puede interesar",
        "también te podría gustar", "te recomendamos", "recomendado para ti", "más sobre este tema",
        "más información sobre", "enlaces relacionados", "productos relacionados",
        "más en esta sección", "quizá te interese", "puede que te interese", "notas relacionadas",
        "otros artículos",
      ],
      weak: [
        "relacionados", "relacionadas", "ver también", "recomendados", "véase también", "enlaces",
      ]),
    ChromePhrases(
      .spanish, .relatedLinks, .line,
      [
        "lea también", "lee también", "leer también", "leé también", "te puede interesar",
        "lea además", "también puedes leer", "sigue leyendo", "puedes leer también", "ver también:",
        "le puede interesar", "noticia relacionada",
      ], weak: ["ver más", "ver también", "más información"]),
    ChromePhrases(
      .spanish, .relatedLinks,
      [
        "leer más", "seguir leyendo", "continuar leyendo", "leer más »", "ver todas las noticias",
        "ver todos los artículos", "ver más noticias", "cargar más", "mostrar más",
        "leer artículo completo", "leer el artículo completo", "leer nota completa",
      ], weak: ["ver todo", "ver todos", "ver todas", "saber más", "más"]),
    ChromePhrases(
      .spanish, .sourceLink,
      [
        "enlace a la fuente", "enlace fuente", "fuente original", "artículo original",
        "link de la fuente",
      ], weak: ["fuente", "fuentes"]),
    ChromePhrases(
      .spanish, .replyForm, .form,
      [
        "deja un comentario", "deja una respuesta", "dejar un comentario", "deje un comentario",
        "escribe un comentario", "escribir un comentario", "deja tu comentario",
        "añadir comentario", "añade un comentario", "agregar comentario", "publicar un comentario",
        "dejar una respuesta", "deja tu opinión", "comenta esta noticia", "agregar un comentario",
        "enviar un comentario",
      ], weak: ["comentar", "responder", "opinar"]),
    ChromePhrases(
      .spanish, .replyForm,
      [
        "cancelar respuesta", "cancelar la respuesta", "deja una respuesta cancelar la respuesta",
        "publicar el comentario", "publicar comentario",
        "tu dirección de correo electrónico no será publicada",
        "su dirección de correo electrónico no será publicada",
        "tu dirección de correo electrónico no será publicada. los campos obligatorios están marcados con",
        "los campos obligatorios están marcados con",
        "los campos obligatorios están marcados con *",
        "guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente",
        "comentarios cerrados", "los comentarios están cerrados", "inicia sesión para comentar",
        "ver comentarios", "ver todos los comentarios", "sé el primero en comentar",
      ],
      weak: [
        "nombre *", "correo electrónico *", "comentario *", "enviar", "correo electrónico",
        "comentario", "tu nombre",
      ]),
    ChromePhrases(
      .spanish, .commentCount,
      [
        "sin comentarios", "no hay comentarios", "0 comentarios", "1 comentario",
        "no hay comentarios todavía",
      ], weak: ["comentarios", "comentario", "respuestas", "opiniones"]),
    ChromePhrases(
      .spanish, .shareBar, .line,
      [
        "compartir en facebook", "compartir en twitter", "compartir en x", "compartir en whatsapp",
        "compartir en linkedin", "comparte en facebook", "comparte este artículo",
        "compartir este artículo", "comparte esta noticia", "compartir noticia",
        "compartir por email", "compartir por correo", "enviar por correo", "enviar por email",
        "enviar a un amigo", "copiar enlace", "copiar el enlace", "enlace copiado",
        "comparte esto:", "comparte esto", "compártelo", "compartir esto", "compartir esta noticia",
        "comparte en", "compartir en", "comparte:",
      ],
      weak: ["compartir", "comparte", "twittear", "tuitear", "guardar", "me gusta", "imprimir"]),
    ChromePhrases(
      .spanish, .followBar, .line,
      [
        "síguenos", "síguenos en", "síguenos en facebook", "síguenos en twitter",
        "siguenos en redes", "síganos en", "síguenos en redes sociales", "únete a nuestro canal",
        "síguenos en google news",
      ], weak: ["seguir", "redes sociales", "seguidores"]),
    ChromePhrases(
      .spanish, .cookieNotice,
      [
        "aceptar cookies", "aceptar todas las cookies", "política de cookies", "configurar cookies",
        "configuración de cookies", "rechazar cookies", "utilizamos cookies", "usamos cookies",
        "este sitio web utiliza cookies", "este sitio utiliza cookies", "aviso de cookies",
        "gestionar cookies", "aceptar y continuar",
      ],
      weak: [
        "aceptar", "aceptar todo", "rechazar", "rechazar todo", "configurar", "acepto", "entendido",
        "aceptar todas",
      ]),
    ChromePhrases(
      .spanish, .cookieNotice, .sentence,
      [
        "utilizamos cookies", "usamos cookies", "este sitio web utiliza cookies",
        "este sitio utiliza cookies", "esta web utiliza cookies", "esta página web usa cookies",
        "si continúa navegando", "si continúas navegando", "este sitio web usa cookies",
        "este sitio usa cookies", "nosotros y nuestros socios",
      ]),
    ChromePhrases(
      .spanish, .newsletter, .form,
      [
        "suscríbete a nuestro boletín", "suscríbete a nuestra newsletter",
        "suscríbase a nuestro boletín", "boletín de noticias", "recibe nuestro boletín",
        "suscríbete al boletín", "suscripción al boletín", "suscríbete a la newsletter",
        "apúntate a nuestra newsletter", "suscríbete a nuestro newsletter",
      ], weak: ["suscríbete", "suscribirse", "boletín", "boletines", "suscríbase", "suscribirme"]),
    ChromePhrases(
      .spanish, .newsletter, .sentence,
      [
        "suscríbete a nuestro boletín", "suscríbete a nuestra newsletter",
        "suscríbase a nuestro boletín", "suscríbete a nuestro newsletter",
        "recibe las últimas noticias",
      ]),
    ChromePhrases(
      .spanish, .copyright, .edge,
      [
        "todos los derechos reservados", "reservados todos los derechos", "derechos reservados",
        "prohibida su reproducción total o parcial", "funciona gracias a wordpress",
      ]),
    ChromePhrases(
      .spanish, .readingTime, .line,
      [
        "tiempo de lectura", "min de lectura", "minutos de lectura", "minuto de lectura",
        "tiempo estimado de lectura", "lectura de min",
      ]),
    ChromePhrases(
      .spanish, .pageTool, .line,
      [
        "imprimir artículo", "imprimir esta página", "imprimir noticia", "versión para imprimir",
        "tamaño de letra", "tamaño del texto", "tamaño de la fuente", "escuchar artículo",
        "escuchar este artículo", "descargar pdf", "reportar error", "añadir a favoritos",
        "guardar artículo",
      ], weak: ["imprimir", "descargar", "escuchar", "favoritos"]),
    ChromePhrases(
      .spanish, .shortLink, .line,
      ["enlace corto", "url corta", "enlace permanente", "enlace permanente a"]),
    ChromePhrases(.spanish, .newsCode, .line, ["código de la noticia", "id de la noticia"]),
    ChromePhrases(.spanish, .endMark, ["fin de la noticia", "fin del artículo"], weak: []),
    ChromePhrases(
      .spanish, .advertisement,
      [
        "espacio publicitario", "contenido patrocinado",
        "la noticia continúa después de la publicidad", "sigue leyendo después de la publicidad",
        "- publicidad -", "continúa después de la publicidad",
      ], weak: ["publicidad", "anuncio", "anuncios", "patrocinado", "anúnciate"]),
    ChromePhrases(
      .spanish, .navigation,
      [
        "saltar al contenido", "ir al contenido", "saltar al contenido principal",
        "ir al contenido principal", "volver arriba", "volver al inicio", "subir arriba",
        "ir arriba", "entrada anterior", "entrada siguiente", "siguiente entrada",
        "artículo anterior", "artículo siguiente", "siguiente artículo", "noticia anterior",
        "noticia siguiente", "página siguiente", "página anterior", "entradas anteriores",
        "entradas más recientes", "entradas antiguas", "navegación de entradas",
        "volver a la portada", "estás aquí", "aviso legal", "política de privacidad",
        "términos y condiciones", "mapa del sitio", "quiénes somos", "contáctanos",
        "condiciones de uso", "menú principal", "sobre nosotros", "términos de uso", "mapa web",
        "enlaces de interés",
      ],
      weak: [
        "inicio", "portada", "menú", "buscar", "siguiente", "anterior", "volver", "contacto",
        "ayuda", "cerrar", "arriba", "privacidad", "secciones",
      ]),
    ChromePhrases(.spanish, .navigation, .line, ["estás aquí:"], weak: ["inicio", "portada"]),
    ChromePhrases(
      .spanish, .account,
      [
        "iniciar sesión", "inicia sesión", "crear cuenta", "crear una cuenta",
        "¿olvidaste tu contraseña?", "¿olvidó su contraseña?", "mi cuenta", "recuérdame",
        "cerrar sesión", "añadir al carrito", "agregar al carrito", "regístrate gratis",
        "iniciar sesión / registrarse",
      ],
      weak: ["registrarse", "regístrate", "usuario", "contraseña", "carrito", "acceder", "entrar"]),
    ChromePhrases(
      .spanish, .emptyLabel,
      [
        "etiquetas:", "categorías:", "publicado en", "etiquetado como", "archivado en", "temas:",
        "publicado el", "publicado por", "palabras clave:",
      ],
      weak: [
        "etiquetas", "categorías", "categoría", "palabras clave", "autor", "temas", "publicado",
      ]),
    ChromePhrases(
      .spanish, .placeholder,
      [
        "espere por favor", "por favor espere", "cargando...", "por favor, active javascript",
        "javascript está desactivado", "no se encontraron resultados", "sin resultados",
      ], weak: ["cargando"]),
    ChromePhrases(
      .spanish, .viewCount, .line, ["número de visitas", "número de lecturas"],
      weak: ["visitas", "lecturas", "vistas", "veces leído"]),
  ]

  static let turkish: [ChromePhrases] = [
    ChromePhrases(
      .turkish, .recentPosts, .list,
      [
        "son yazılar", "son haberler", "son dakika haberleri", "en son haberler",
        "en çok okunanlar", "çok okunanlar", "en çok okunan haberler", "popüler yazılar",
        "popüler haberler", "son yorumlar", "en son yazılar", "en çok yorumlananlar",
        "günün haberleri", "son eklenenler", "diğer haberler", "öne çıkan haberler",
        "editörün seçtikleri", "günün manşetleri", "en yeni haberler", "son eklenen yazılar",
      ],
      weak: ["son dakika", "arşiv", "öne çıkanlar", "gündem", "popüler", "manşetler", "arşivler"]),
    ChromePhrases(
      .turkish, .relatedLinks, .list,
      [
        "ilgili haberler", "bunu da okuyun", "ilgili yazılar", "ilgili makaleler",
        "benzer haberler",
        "benzer yazılar", "ilgili konular", "ilginizi çekebilir", "bunlar da ilginizi çekebilir",
        "bunlar da hoşunuza gidebilir", "sizin için seçtiklerimiz", "bunları da okuyun",
        "önerilen haberler", "önerilen yazılar", "ilgili içerikler", "ayrıca okuyun",
        "bu kategoriden diğer haberler", "benzer içerikler", "ilgili ürünler", "benzer ürünler",
        "sizin için önerilenler",
      ],
      weak: ["ilgili", "benzer", "ayrıca bakınız", "daha fazla"]),
    ChromePhrases(
      .turkish, .relatedLinks, .line,
      [
        "ayrıca okuyun", "bunu da okuyun", "ilgili haber", "bunlar da ilginizi çekebilir",
        "ayrıca oku", "ilginizi çekebilir", "okumadan geçmeyin",
      ], weak: ["ayrıca bakınız"]),
    ChromePhrases(
      .turkish, .relatedLinks,
      [
        "devamını oku", "devamını okuyun", "haberin devamı", "yazının devamı",
        "devamı için tıklayın", "daha fazla oku", "tümünü gör", "daha fazla göster",
        "daha fazlasını yükle", "tüm haberleri gör", "tümünü göster",
        "haberin devamı için tıklayın",
      ], weak: ["devamı", "detaylar", "tümü"]),
    ChromePhrases(
      .turkish, .sourceLink,
      ["kaynak bağlantısı", "kaynak linki", "haber kaynağı", "haberin kaynağı"],
      weak: ["kaynak", "kaynaklar"]),
    ChromePhrases(
      .turkish, .replyForm, .form,
      [
        "yorum yap", "yorum yaz", "yorum yazın", "bir yorum yazın", "bir cevap yazın",
        "bir yanıt yazın", "yorum ekle", "yorum gönder", "yorumunuzu yazın", "yorum bırak",
        "bir yorum bırakın", "cevap bırakın", "siz de yorum yapın", "yorum yapın",
        "cevabı iptal et", "yanıtı iptal et",
      ], weak: ["cevapla", "yanıtla"]),
    ChromePhrases(
      .turkish, .replyForm,
      [
        "e-posta hesabınız yayımlanmayacak", "e-posta adresiniz yayınlanmayacak",
        "gerekli alanlar * ile işaretlenmişlerdir",
        "e-posta adresiniz yayınlanmayacak. gerekli alanlar * ile işaretlenmişlerdir",
        "gerekli alanlar işaretlenmiştir",
        "daha sonraki yorumlarımda kullanılması için adım, e-posta adresim ve site adresim bu tarayıcıya kaydedilsin",
        "yorumlar kapalı", "yorumlar kapatılmıştır", "yorum yapmak için giriş yapmalısınız",
        "yorumları göster", "ilk yorumu siz yapın", "ilk yorum yapan siz olun",
        "henüz yorum yapılmamış",
      ],
      weak: [
        "ad *", "isim *", "e-posta *", "yorum *", "gönder", "internet sitesi", "adınız",
        "yorumunuz",
      ]),
    ChromePhrases(
      .turkish, .commentCount,
      [
        "yorum yok", "henüz yorum yok", "0 yorum", "1 yorum", "okuyucu yorumları",
        "henüz yorum yapılmadı",
      ], weak: ["yorum", "yorumlar"]),
    ChromePhrases(
      .turkish, .shareBar, .line,
      [
        "facebook'ta paylaş", "twitter'da paylaş", "whatsapp'ta paylaş", "bu haberi paylaş",
        "bu yazıyı paylaş", "haberi paylaş", "yazıyı paylaş", "arkadaşına gönder",
        "e-posta ile gönder", "e-posta ile paylaş", "bağlantıyı kopyala", "linki kopyala",
        "bağlantı kopyalandı", "sosyal medyada paylaş", "paylaşın:", "bunu paylaş", "bunu paylaş:",
      ], weak: ["paylaş", "paylaşın", "tweetle", "beğen", "kaydet", "gönder", "paylaşım"]),
    ChromePhrases(
      .turkish, .followBar, .line,
      [
        "bizi takip edin", "bizi takip et", "sosyal medyada bizi takip edin",
        "google news'te takip edin", "google haberlere abone ol", "bizi facebook'ta takip edin",
        "takip edin",
      ], weak: ["takip et", "sosyal medya"]),
    ChromePhrases(
      .turkish, .cookieNotice,
      [
        "çerez politikası", "çerez ayarları", "çerezleri kabul et", "tüm çerezleri kabul et",
        "çerezleri yönet", "bu site çerezleri kullanır", "bu web sitesi çerez kullanmaktadır",
        "çerez tercihleri",
      ],
      weak: [
        "kabul et", "kabul ediyorum", "reddet", "tamam", "tümünü kabul et", "anladım", "çerezler",
      ]),
    ChromePhrases(
      .turkish, .cookieNotice, .sentence,
      [
        "çerezleri kullanıyoruz", "sitemizde çerez", "bu sitede çerez", "web sitemizde çerezler",
        "sitemizde çerezler", "bu web sitesi çerez", "size daha iyi hizmet sunabilmek için çerez",
        "sizlere daha iyi hizmet", "bu site çerez",
      ]),
    ChromePhrases(
      .turkish, .newsletter, .form,
      [
        "bültenimize abone olun", "e-bültene abone ol", "haber bültenimize abone olun",
        "bülten aboneliği", "e-bülten aboneliği", "bültene abone ol", "bültenimize kaydolun",
        "e-posta bültenimize abone olun",
      ], weak: ["abone ol", "e-bülten", "abonelik", "abone olun"]),
    ChromePhrases(
      .turkish, .newsletter, .sentence,
      [
        "bültenimize abone olun", "haber bültenimize abone olun",
        "gelişmelerden haberdar olmak için",
      ]),
    ChromePhrases(
      .turkish, .copyright, .edge,
      [
        "tüm hakları saklıdır", "her hakkı saklıdır", "tüm hakları mahfuzdur",
        "kaynak gösterilmeden kullanılamaz", "izinsiz ve kaynak gösterilmeden yayınlanamaz",
        "yazılım ve tasarım",
      ]),
    ChromePhrases(
      .turkish, .readingTime, .line,
      [
        "okuma süresi", "dk okuma", "dakika okuma", "dakikalık okuma", "dakika okuma süresi",
        "tahmini okuma süresi", "dk okuma süresi", "ortalama okuma süresi",
      ]),
    ChromePhrases(
      .turkish, .pageTool, .line,
      [
        "yazdır", "yazı boyutu", "haberi yazdır", "sayfayı yazdır", "yazıyı yazdır",
        "yazı tipi boyutu", "haberi dinle", "metin boyutu", "favorilere ekle", "hata bildir",
        "pdf indir",
      ], weak: ["dinle", "indir", "büyüt", "küçült"]),
    ChromePhrases(
      .turkish, .shortLink, .line, ["kısa link", "kısa bağlantı", "kısa url", "kalıcı bağlantı"]),
    ChromePhrases(.turkish, .newsCode, .line, ["haber kodu", "haber no"]),
    ChromePhrases(.turkish, .endMark, ["haberin sonu"], weak: []),
    ChromePhrases(
      .turkish, .advertisement,
      [
        "reklam alanı", "haberin devamı reklamdan sonra", "reklamdan sonra devam ediyor",
        "reklam verin",
      ], weak: ["reklam", "reklamlar", "ilan", "sponsorlu", "ilanlar"]),
    ChromePhrases(
      .turkish, .navigation,
      [
        "içeriğe geç", "içeriğe atla", "ana içeriğe atla", "yukarı çık", "başa dön",
        "sayfa başına dön", "önceki yazı", "sonraki yazı", "önceki haber", "sonraki haber",
        "önceki sayfa", "sonraki sayfa", "yazı dolaşımı", "yazı gezinmesi", "eski yazılar",
        "anasayfaya dön", "gizlilik politikası", "kullanım koşulları", "site haritası",
        "bize ulaşın", "hakkımızda", "gizlilik sözleşmesi", "yukarı dön", "önceki makale",
        "sonraki makale", "künye", "daha eski yazılar",
      ],
      weak: [
        "ana sayfa", "anasayfa", "menü", "ara", "arama", "sonraki", "önceki", "geri", "ileri",
        "iletişim", "kapat", "yardım", "gizlilik",
      ]),
    ChromePhrases(.turkish, .navigation, .line, ["buradasınız:"], weak: ["ana sayfa", "anasayfa"]),
    ChromePhrases(
      .turkish, .account,
      [
        "giriş yap", "üye ol", "kayıt ol", "üye girişi", "şifremi unuttum", "hesabım",
        "beni hatırla", "sepete ekle", "çıkış yap", "giriş yap / üye ol", "hesap oluştur",
      ], weak: ["giriş", "kayıt", "çıkış", "şifre", "parola", "kullanıcı adı", "sepet"]),
    ChromePhrases(
      .turkish, .emptyLabel,
      [
        "etiketler:", "kategoriler:", "kategori:", "anahtar kelimeler:", "yayınlanma tarihi:",
        "etiket:",
      ], weak: ["etiketler", "kategoriler", "kategori", "anahtar kelimeler", "yazar", "etiket"]),
    ChromePhrases(
      .turkish, .placeholder,
      [
        "yükleniyor", "lütfen bekleyin", "yükleniyor...", "lütfen bekleyiniz",
        "lütfen javascript'i etkinleştirin", "sonuç bulunamadı",
      ]),
    ChromePhrases(
      .turkish, .viewCount, .line,
      ["okunma sayısı", "görüntülenme sayısı", "kez okundu", "kez görüntülendi"],
      weak: ["okunma", "görüntülenme", "görüntüleme"]),
  ]

  static let russian: [ChromePhrases] = [
    ChromePhrases(
      .russian, .recentPosts, .list,
      [
        "последние записи", "последние новости", "свежие записи", "последние статьи",
        "свежие новости", "новые записи", "новые статьи", "самое читаемое", "самые читаемые",
        "популярные статьи", "популярные записи", "популярные новости", "популярное за неделю",
        "свежие комментарии", "последние комментарии", "главные новости", "другие новости",
        "лента новостей", "самое популярное", "самое обсуждаемое", "новости партнеров",
        "новости партнёров", "выбор редакции", "последние публикации", "новости дня", "ещё новости",
        "самое интересное",
      ],
      weak: ["архив", "архивы", "популярное", "свежее", "новости", "главное", "последнее"]),
    ChromePhrases(
      .russian, .relatedLinks, .list,
      [
        "похожие записи", "похожие статьи", "похожие новости", "похожие материалы",
        "материалы по теме", "новости по теме", "статьи по теме", "читайте также",
        "вам может быть интересно", "вам также может понравиться", "вам может понравиться",
        "рекомендуем почитать", "рекомендуем прочитать", "другие статьи", "другие материалы",
        "смотрите также", "интересное по теме", "связанные статьи", "связанные записи",
        "связанные материалы", "ссылки по теме", "другие материалы по теме", "это интересно",
        "читать также", "похожие товары", "сейчас читают", "рекомендуемые статьи",
        "возможно, вас заинтересует",
      ],
      weak: ["по теме", "рекомендуем", "см. также", "ещё", "ссылки", "еще по теме"]),
    ChromePhrases(
      .russian, .relatedLinks, .line,
      [
        "читайте также", "читать также", "смотрите также", "читайте ещё", "материал по теме",
        "новость по теме", "читайте по теме", "подробнее по теме", "рекомендуем прочитать",
        "читайте нас",
      ], weak: ["подробнее", "см. также", "по теме"]),
    ChromePhrases(
      .russian, .relatedLinks,
      [
        "читать далее", "читать дальше", "читать полностью", "читать подробнее", "показать ещё",
        "показать еще", "загрузить ещё", "загрузить еще", "читать статью", "все новости",
        "все записи", "все статьи", "узнать больше", "читать далее »", "посмотреть все",
        "смотреть все", "показать больше", "узнать подробнее",
      ], weak: ["далее", "ещё »", "дальше", "больше", "показать все"]),
    ChromePhrases(
      .russian, .sourceLink,
      [
        "ссылка на источник", "источник новости", "ссылка на оригинал", "оригинал статьи",
        "первоисточник новости",
      ], weak: ["источник", "источники", "оригинал", "первоисточник"]),
    ChromePhrases(
      .russian, .replyForm, .form,
      [
        "добавить комментарий", "оставить комментарий", "оставьте комментарий",
        "написать комментарий", "ваш комментарий", "прокомментировать", "добавьте комментарий",
        "оставить ответ", "добавить отзыв", "оставить отзыв", "отменить ответ",
        "добавить комментарий отменить ответ", "комментировать статью",
      ], weak: ["комментировать", "ответить"]),
    ChromePhrases(
      .russian, .replyForm,
      [
        "ваш адрес email не будет опубликован", "ваш e-mail не будет опубликован",
        "обязательные поля помечены",
        "ваш адрес email не будет опубликован. обязательные поля помечены",
        "обязательные поля помечены *",
        "сохранить моё имя, email и адрес сайта в этом браузере для последующих моих комментариев",
        "комментарии закрыты", "отправить комментарий", "войдите, чтобы оставить комментарий",
        "чтобы оставить комментарий, необходимо авторизоваться", "показать комментарии",
        "комментарии отключены", "авторизуйтесь, чтобы оставить комментарий",
        "для отправки комментария вам необходимо авторизоваться", "читать комментарии",
        "все комментарии", "будьте первым, кто оставит комментарий",
      ],
      weak: [
        "имя *", "email *", "комментарий *", "сайт", "отправить", "комментарий", "ваше имя",
        "ваш email",
      ]),
    ChromePhrases(
      .russian, .commentCount,
      [
        "нет комментариев", "0 комментариев", "1 комментарий", "комментариев нет",
        "комментариев пока нет", "пока нет комментариев",
      ],
      weak: ["комментарии", "комментариев", "комментария", "комментарий", "отзывы", "обсуждение"]),
    ChromePhrases(
      .russian, .shareBar, .line,
      [
        "поделиться в facebook", "поделиться вконтакте", "поделиться в вк", "поделиться ссылкой",
        "поделиться в telegram", "поделиться новостью", "поделиться с друзьями",
        "поделитесь с друзьями", "поделиться статьей", "поделиться в социальных сетях",
        "поделиться в соцсетях", "рассказать друзьям", "скопировать ссылку", "ссылка скопирована",
        "отправить другу", "отправить по почте", "отправить на почту", "поделиться записью",
        "поделиться:",
      ],
      weak: [
        "поделиться", "поделитесь", "нравится", "твитнуть", "сохранить", "репост", "поделились",
      ]),
    ChromePhrases(
      .russian, .followBar, .line,
      [
        "подписывайтесь на нас", "подписывайтесь на наш канал",
        "подписывайтесь на наш telegram-канал", "подпишитесь на наш канал", "следите за нами",
        "мы в соцсетях", "мы в социальных сетях", "присоединяйтесь к нам",
        "подписывайтесь на нас в", "наш канал в telegram", "мы в telegram", "читайте нас в",
        "подписывайтесь на", "следите за новостями",
      ], weak: ["подписывайтесь", "подписчики", "соцсети"]),
    ChromePhrases(
      .russian, .cookieNotice,
      [
        "принять cookie", "принять все cookie", "политика cookie", "настройки cookie",
        "этот сайт использует cookie", "мы используем cookie", "сайт использует cookie",
        "мы используем файлы cookie", "принять все", "использование cookie",
      ], weak: ["принять", "согласен", "отклонить", "понятно", "хорошо", "принимаю"]),
    ChromePhrases(
      .russian, .cookieNotice, .sentence,
      [
        "мы используем cookie", "мы используем файлы cookie", "этот сайт использует",
        "наш сайт использует", "сайт использует файлы cookie", "на нашем сайте используются",
        "продолжая использовать", "продолжая пользоваться сайтом", "используя этот сайт",
        "мы используем куки",
      ]),
    ChromePhrases(
      .russian, .newsletter, .form,
      [
        "подпишитесь на рассылку", "подписаться на рассылку", "подписка на рассылку",
        "подписка на новости", "подпишитесь на нашу рассылку", "подписаться на новости",
        "подписывайтесь на рассылку", "рассылка новостей", "подписка на новости сайта",
      ], weak: ["подписаться", "подписка", "рассылка", "подпишитесь"]),
    ChromePhrases(
      .russian, .newsletter, .sentence,
      ["подпишитесь на рассылку", "подпишитесь на нашу рассылку", "подписывайтесь на рассылку"]),
    ChromePhrases(
      .russian, .copyright, .edge,
      [
        "все права защищены", "все права сохранены", "все права принадлежат",
        "перепечатка материалов запрещена", "при использовании материалов ссылка обязательна",
        "сайт работает на wordpress", "любое использование материалов допускается только",
      ]),
    ChromePhrases(
      .russian, .readingTime, .line,
      [
        "время чтения", "время на чтение", "мин. чтения", "минут чтения", "минуты чтения",
        "минута чтения", "мин чтения", "мин на чтение", "примерное время чтения",
      ]),
    ChromePhrases(
      .russian, .pageTool, .line,
      [
        "версия для печати", "распечатать статью", "размер шрифта", "печать страницы",
        "слушать статью", "добавить в закладки", "добавить в избранное", "сообщить об ошибке",
        "распечатать новость", "увеличить шрифт", "скачать pdf", "нашли ошибку?",
        "отправить на печать",
      ], weak: ["распечатать", "печать", "скачать", "слушать", "в избранное", "в закладки"]),
    ChromePhrases(
      .russian, .shortLink, .line,
      ["короткая ссылка", "постоянная ссылка", "ссылка на статью", "прямая ссылка"]),
    ChromePhrases(.russian, .newsCode, .line, ["код новости", "номер новости", "номер статьи"]),
    ChromePhrases(.russian, .endMark, ["конец статьи", "конец сообщения"], weak: ["конец"]),
    ChromePhrases(
      .russian, .advertisement,
      [
        "на правах рекламы", "реклама на сайте", "продолжение после рекламы", "рекламный блок",
        "разместить рекламу", "продолжение статьи после рекламы", "партнёрский материал",
      ], weak: ["реклама", "объявления", "партнерский материал", "спонсор"]),
    ChromePhrases(
      .russian, .navigation,
      [
        "перейти к содержимому", "перейти к содержанию", "перейти к основному содержанию",
        "перейти к контенту", "наверх", "вернуться наверх", "вернуться к началу", "в начало",
        "предыдущая запись", "следующая запись", "предыдущая статья", "следующая статья",
        "предыдущая новость", "следующая новость", "навигация по записям", "следующая страница",
        "предыдущая страница", "на главную", "вернуться на главную", "карта сайта",
        "политика конфиденциальности", "пользовательское соглашение", "о проекте", "о компании",
        "контактная информация", "обратная связь", "вы здесь", "главное меню", "полезные ссылки",
        "перейти к навигации", "к началу страницы", "условия использования", "более старые записи",
      ],
      weak: [
        "главная", "меню", "поиск", "найти", "следующая", "предыдущая", "назад", "вперед",
        "контакты", "о нас", "помощь", "закрыть", "рубрики", "разделы", "вперёд",
      ]),
    ChromePhrases(.russian, .navigation, .line, ["вы здесь:"], weak: ["главная"]),
    ChromePhrases(
      .russian, .account,
      [
        "войти / зарегистрироваться", "вход / регистрация", "забыли пароль?", "забыли пароль",
        "запомнить меня", "личный кабинет", "создать аккаунт", "войти на сайт", "вход на сайт",
        "войти через", "добавить в корзину", "мой аккаунт", "войти или зарегистрироваться",
        "нет аккаунта?",
      ],
      weak: [
        "войти", "вход", "регистрация", "выйти", "логин", "пароль", "корзина", "зарегистрироваться",
        "авторизация", "выход",
      ]),
    ChromePhrases(
      .russian, .emptyLabel,
      [
        "теги:", "метки:", "рубрики:", "рубрика:", "категории:", "ключевые слова:",
        "опубликовано в", "категория:", "темы:", "автор:",
      ],
      weak: [
        "теги", "метки", "категории", "ключевые слова", "автор", "категория", "рубрика", "темы",
        "опубликовано",
      ]),
    ChromePhrases(
      .russian, .placeholder,
      [
        "пожалуйста, подождите", "идёт загрузка", "идет загрузка", "загрузка...",
        "включите javascript", "ничего не найдено", "пожалуйста, включите javascript",
        "ваш браузер не поддерживает видео",
      ], weak: ["загрузка", "подождите"]),
    ChromePhrases(
      .russian, .viewCount, .line,
      ["количество просмотров", "число просмотров", "всего просмотров"],
      weak: ["просмотров", "просмотры", "просмотра", "прочтений"]),
  ]
}
