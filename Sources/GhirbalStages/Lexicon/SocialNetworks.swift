import GhirbalText

/// The names of networks and messengers that share bars are made of.
enum SocialNetworks {
  static let names: Set<String> = [
    "facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "tumblr",
    "instagram", "youtube", "messenger", "viber", "skype", "pocket", "flipboard", "xing", "vk",
    "vkontakte", "tiktok", "snapchat", "threads", "mastodon", "bluesky", "mix", "digg",
    "stumbleupon", "line", "wechat", "weibo", "odnoklassniki", "evernote", "email", "rss",
    "soundcloud", "discord", "twitch", "buffer", "hatena", "naver", "x",
    "فيسبوك", "تويتر", "واتساب", "تلغرام", "تليجرام", "تيليجرام", "لينكد", "لينكدإن", "إنستغرام",
    "انستغرام", "انستقرام", "يوتيوب", "بينتيريست", "ماسنجر", "فايبر", "ريديت", "بوكيت",
    "فیسبوک", "فیس‌بوک", "توییتر", "واتساپ", "واتس‌اپ", "تلگرام", "لینکدین", "اینستاگرام",
    "یوتیوب", "پینترست", "ایتا", "روبیکا", "سروش", "بله", "آپارات", "پاکت",
    "фейсбук", "вконтакте", "вк", "одноклассники", "телеграм", "твиттер", "вотсап", "ватсап",
    "вайбер", "дзен", "инстаграм", "ютуб", "פייסבוק", "טוויטר", "וואטסאפ", "טלגרם", "אינסטגרם",
  ].reduce(into: []) { $0.insert($1.foldedForMatching) }

  /// Names that are words as well and count only beside another.
  static let ambiguous: Set<String> = [
    "x", "line", "mix", "email", "rss", "pocket", "threads", "buffer", "messenger", "بله", "سروش",
    "ماسنجر", "پاکت",
  ].reduce(into: []) { $0.insert($1.foldedForMatching) }
}
