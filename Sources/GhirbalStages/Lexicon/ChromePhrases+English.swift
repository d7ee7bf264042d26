import GhirbalText

extension ChromePhrases {
  static let english: [ChromePhrases] = [
    ChromePhrases(
      .english, .recentPosts, .list,
      [
        "recent posts", "latest posts", "recent articles", "latest articles", "latest news",
        "recent news", "recent stories", "latest stories", "most read", "most popular",
        "popular posts", "popular articles", "popular stories", "popular news", "top stories",
        "most viewed", "most commented", "most shared", "trending now", "trending stories",
        "trending posts", "latest from our blog", "from the blog", "recent comments",
        "latest comments", "recently viewed", "recently published", "new posts", "more news",
        "other news", "latest headlines", "editor's picks", "editors' picks", "featured posts",
        "featured articles", "featured stories", "recent entries", "more from this author",
        "more from the author", "more by this author", "more from this section",
        "more top stories", "more stories", "more articles", "more posts", "latest updates",
      ], weak: ["trending", "latest", "popular", "featured", "archives", "recent", "headlines"]),
    ChromePhrases(
      .english, .relatedLinks, .list,
      [
        "related posts", "related articles", "related stories", "related news", "related content",
        "related reading", "related links", "related topics", "related items", "related coverage",
        "related videos", "related products", "you may also like", "you might also like",
        "you may also be interested in", "you might also be interested in", "you may like",
        "recommended for you", "recommended reading", "recommended articles", "recommended stories",
        "recommended posts", "similar articles", "similar posts", "similar stories",
        "suggested articles", "suggested posts", "suggested reading", "more on this topic",
        "more on this story", "more like this", "read these next", "read next", "up next",
        "what to read next", "people also read", "people also viewed", "customers also bought",
        "around the web", "from around the web", "sponsored links", "promoted stories",
        "sponsored content", "promoted content", "read also", "also read",
      ], weak: ["related", "see also", "recommended", "further reading", "more", "similar"]),
    ChromePhrases(
      .english, .relatedLinks, .line,
      [
        "read also", "also read", "read more", "related story", "related article", "see related",
        "related:", "read next:", "must read:", "don't miss:", "more on this:",
      ],
      weak: ["see also", "more on", "related"]),
    ChromePhrases(
      .english, .relatedLinks,
      [
        "continue reading", "read the full story", "read the full article", "read full article",
        "read full story", "click here to read more", "click to read more", "learn more »",
        "view all posts", "view all articles", "see all posts", "see all articles",
        "show more articles", "load more posts", "load more articles", "view more posts",
        "view post", "read the rest of this entry", "view more articles",
      ],
      weak: [
        "learn more", "view all", "see all", "see more", "show more", "load more", "view more",
        "show less", "more info", "full story", "find out more", "more details", "read on",
      ]),
    ChromePhrases(
      .english, .sourceLink,
      [
        "source link", "link to source", "original source", "view original source",
        "original article", "view original article", "read the original article",
        "click here for the original article", "view source version",
      ], weak: ["source"]),
    ChromePhrases(
      .english, .replyForm, .form,
      [
        "leave a reply", "leave a comment", "leave your comment", "leave a reply cancel reply",
        "post a comment", "post a reply", "add a comment", "add comment", "add your comment",
        "write a comment", "join the conversation", "join the discussion", "submit a comment",
        "post your comment", "leave a response", "write a review", "add a review",
      ], weak: ["reply", "comment"]),
    ChromePhrases(
      .english, .replyForm,
      [
        "cancel reply", "click here to cancel reply", "post comment", "submit comment",
        "your email address will not be published",
        "your email address will not be published. required fields are marked",
        "required fields are marked",
        "save my name, email, and website in this browser for the next time i comment",
        "you must be logged in to post a comment", "you must be logged in to reply",
        "log in to leave a comment", "log in to reply", "please log in to comment",
        "sign in to comment", "login to comment", "be the first to comment", "comments are closed",
        "comments are off for this post", "notify me of follow-up comments by email",
        "notify me of new posts by email", "notify me of followup comments via e-mail",
        "this site uses akismet to reduce spam",
        "this site uses akismet to reduce spam. learn how your comment data is processed",
        "learn how your comment data is processed", "reply to this comment", "report comment",
        "view comments", "show comments", "read comments", "load comments", "view all comments",
        "see all comments", "your name (required)", "your email (required)", "enter your comment",
        "enter your comment here", "type your comment", "enter your name", "enter your email",
      ],
      weak: [
        "name *", "email *", "e-mail *", "comment *", "website", "your name", "your email",
        "your comment", "your message", "submit", "submit reply", "send message", "name", "email",
      ]),
    ChromePhrases(
      .english, .commentCount,
      [
        "no comments", "no comments yet", "no comments on", "comments off", "comments (0)",
        "0 comments", "1 comment", "add comments", "be the first to leave a comment",
        "no responses", "no replies",
      ],
      weak: ["comments", "comment", "replies", "responses", "comments:"]),
    ChromePhrases(
      .english, .shareBar, .line,
      [
        "share this", "share this post", "share this article", "share this story",
        "share this page", "share on facebook", "share on twitter", "share on x",
        "share on linkedin", "share on whatsapp", "share on telegram", "share on pinterest",
        "share on reddit", "share on tumblr", "share via email", "share by email",
        "share with friends", "share on social media", "share the article", "share the post",
        "tweet this", "pin it", "email this article", "email this", "email a friend",
        "email to a friend", "send to a friend", "share to facebook", "share to twitter",
        "share this entry", "sharing is caring", "copy link", "copy url", "link copied",
        "copy link to clipboard", "click to share on facebook", "click to share on twitter",
        "click to email a link to a friend", "click to print", "opens in new window",
        "share this:", "share article", "share post", "blogthis!", "like this:", "save to pocket",
        "share via", "share now",
      ], weak: ["share", "shares", "tweet", "pin", "like", "likes", "email", "save", "share it"]),
    ChromePhrases(
      .english, .followBar, .line,
      [
        "follow us", "follow us on", "follow us on facebook", "follow us on twitter",
        "follow us on instagram", "like us on facebook", "find us on facebook",
        "join us on facebook", "join our telegram channel", "follow us on google news",
        "connect with us", "stay connected", "follow us on social media", "follow me on twitter",
        "subscribe to our channel", "subscribe to our youtube channel", "join our whatsapp channel",
      ], weak: ["follow", "following", "followers", "fans"]),
    ChromePhrases(
      .english, .cookieNotice,
      [
        "accept cookies", "accept all cookies", "reject all cookies", "manage cookies",
        "cookie settings", "cookie preferences", "cookie policy", "cookies policy",
        "cookie notice", "manage cookie preferences", "manage consent", "privacy settings",
        "this site uses cookies", "this website uses cookies", "we use cookies",
        "we use cookies on this site", "your privacy choices",
        "do not sell my personal information",
        "we value your privacy", "we care about your privacy", "manage preferences",
        "your cookie preferences", "use necessary cookies only", "strictly necessary cookies",
      ],
      weak: [
        "accept", "accept all", "reject", "reject all", "decline", "got it", "i agree", "i accept",
        "agree", "ok", "cookies", "preferences", "allow all", "deny", "save preferences", "dismiss",
      ]),
    ChromePhrases(
      .english, .cookieNotice, .sentence,
      [
        "we use cookies to", "we use cookies and", "this site uses cookies to",
        "this website uses cookies to", "our site uses cookies", "our website uses cookies",
        "by continuing to use this site", "by continuing to use this website",
        "by continuing to browse", "by using this site, you agree", "by using our site, you",
        "by clicking accept", "by clicking \"accept", "we and our partners",
        "we use cookies on our", "we use essential cookies",
      ]),
    ChromePhrases(
      .english, .newsletter, .form,
      [
        "subscribe to our newsletter", "sign up for our newsletter", "sign up to our newsletter",
        "join our newsletter", "get our newsletter", "newsletter signup", "newsletter sign-up",
        "subscribe to the newsletter", "subscribe to newsletter", "join our mailing list",
        "subscribe to our mailing list", "get email updates", "subscribe via email",
        "subscribe by email", "subscribe to blog via email", "get the latest news in your inbox",
        "stay up to date", "stay in the loop", "stay informed", "get notified", "email newsletter",
        "get the latest posts delivered right to your inbox", "daily newsletter",
        "weekly newsletter", "sign up for our free newsletter", "subscribe to our free newsletter",
        "subscribe now", "subscribe today", "sign up for our daily newsletter",
      ],
      weak: ["newsletter", "newsletters", "subscribe", "sign up", "email address", "unsubscribe"]),
    ChromePhrases(
      .english, .newsletter, .sentence,
      [
        "subscribe to our newsletter", "sign up for our newsletter", "sign up to our newsletter",
        "enter your email address to subscribe", "enter your email to subscribe",
        "join our mailing list", "sign up for our daily", "sign up for our weekly",
        "get the latest news",
      ]),
    ChromePhrases(
      .english, .copyright, .edge,
      [
        "all rights reserved", "all rights are reserved", "all right reserved",
        "powered by wordpress", "proudly powered by wordpress",
        "powered by blogger",
      ], weak: ["theme by", "designed by", "developed by"]),
    ChromePhrases(
      .english, .copyright, .line,
      ["copyright ©", "© copyright", "copyright (c)", "(c) copyright", "copyright notice"],
      weak: ["copyright", "©"]),
    ChromePhrases(
      .english, .readingTime, .line,
      [
        "reading time", "read time", "estimated reading time", "time to read", "min read",
        "mins read", "minute read", "minutes read", "min. read", "estimated read time",
      ]),
    ChromePhrases(
      .english, .pageTool, .line,
      [
        "print this", "print this page", "print this article", "print article", "print page",
        "print friendly", "printer-friendly version", "printer friendly", "font size",
        "text size", "change font size", "increase font size", "decrease font size",
        "listen to this article", "listen to article", "download pdf", "download as pdf",
        "save as pdf", "save article", "bookmark this", "report this ad", "report an error",
        "add to favorites", "add to favourites", "add to bookmarks", "toggle font size",
        "view on map", "listen to this story", "report abuse", "translate this page",
      ], weak: ["print", "pdf", "bookmark", "download", "listen", "report", "edit", "a+ a-"]),
    ChromePhrases(
      .english, .shortLink, .line, ["short link", "short url", "shortlink", "permalink"]),
    ChromePhrases(
      .english, .newsCode, .line,
      ["news code", "news id", "article id", "story code", "story id"], weak: ["post id"]),
    ChromePhrases(
      .english, .endMark, ["end of article", "end of message", "end item", "ends"],
      weak: ["end", "the end", "-30-", "###", "ends/"]),
    ChromePhrases(
      .english, .advertisement,
      [
        "advertisement", "advertisements", "- advertisement -",
        "advertisement - continue reading below",
        "article continues below", "article continues after advertisement",
        "story continues below advertisement", "continue reading below", "skip ad", "sponsored by",
        "advertise with us", "remove ads", "scroll to continue", "skip advertisement",
        "this ad will end in", "story continues below", "story continues after advertisement",
      ], weak: ["ad", "ads", "sponsored", "promoted", "advertise", "advertising", "promotion"]),
    ChromePhrases(
      .english, .navigation,
      [
        "skip to content", "skip to main content", "skip to navigation", "skip navigation",
        "jump to navigation", "jump to content", "skip to footer", "skip to search",
        "skip to the content", "back to top", "return to top", "scroll to top", "go to top",
        "to the top", "previous post", "next post", "previous article", "next article",
        "previous page", "next page", "older posts", "newer posts", "older post", "newer post",
        "older entries", "newer entries", "post navigation", "back to home", "back to homepage",
        "previous story", "next story", "toggle navigation", "open menu", "close menu",
        "toggle menu", "main menu", "main navigation", "you are here", "breadcrumb", "breadcrumbs",
        "primary menu", "search for:", "search this site", "search the site", "search this blog",
        "site map", "go to homepage", "back to all posts", "all categories", "quick links",
        "useful links", "terms of service", "terms of use", "terms & conditions", "privacy policy",
        "terms and conditions", "privacy notice", "privacy statement", "contact us", "about us",
        "advanced search", "posts navigation", "pages:", "show navigation", "hide navigation",
      ],
      weak: [
        "home", "menu", "search", "next", "previous", "prev", "back", "top", "contact", "about",
        "sitemap", "faq", "help", "terms", "privacy", "close", "first", "last", "navigation",
        "blog", "news", "support", "careers", "legal", "disclaimer", "imprint", "jobs", "press",
        "gallery", "videos", "photos", "sections", "accessibility", "homepage", "rss", "rss feed",
        "skip", "more categories", "language", "languages", "feedback", "go", "continue",
      ]),
    ChromePhrases(.english, .navigation, .line, ["you are here:"], weak: ["home"]),
    ChromePhrases(
      .english, .account,
      [
        "log in / register", "login / register", "login or register", "log in or register",
        "sign in / register", "sign in or register", "log in or sign up", "sign in or sign up",
        "forgot password?", "forgot your password?", "lost your password?", "create an account",
        "create account", "create a free account", "my account", "remember me", "sign out",
        "already a subscriber?", "already a member?", "already have an account?",
        "don't have an account?", "register now", "log in with facebook", "sign in with google",
        "continue with google", "add to cart", "view cart", "add to wishlist", "add to compare",
        "reset password", "become a member",
      ],
      weak: [
        "login", "log in", "sign in", "register", "logout", "log out", "username", "password",
        "cart", "checkout", "account", "wishlist", "donate",
      ]),
    ChromePhrases(.english, .account, .line, ["logged in as", "hello, sign in"]),
    ChromePhrases(
      .english, .emptyLabel,
      [
        "filed under", "posted in", "tagged with", "tagged as", "filed in", "categorized as",
        "article tags", "post tags", "tags:", "categories:", "topics:", "filed under:",
        "published on", "posted on", "posted by", "written by", "last updated",
      ],
      weak: [
        "tags", "categories", "category", "tagged", "topics", "labels", "keywords", "tag",
        "author", "by", "share:", "posted", "updated", "published",
      ]),
    ChromePhrases(
      .english, .placeholder,
      [
        "please wait...", "loading...", "please enable javascript",
        "please enable javascript to view the comments powered by disqus",
        "comments powered by disqus", "javascript is disabled", "blog comments powered by disqus",
        "this site requires javascript", "enable javascript", "no results found", "nothing found",
        "please enable javascript to continue", "javascript is required",
        "your browser does not support the video tag",
        "your browser does not support the audio element",
        "image not available", "placeholder image", "loading comments...", "page not found",
        "your browser does not support html5 video", "an error occurred while loading",
        "video unavailable", "this video is unavailable", "content not available",
      ], weak: ["loading", "please wait", "processing", "untitled", "no image"]),
    ChromePhrases(
      .english, .viewCount, .line,
      ["view count", "page views", "total views", "post views"],
      weak: ["views", "hits", "reads", "votes"]),
  ]
}
