/// Words for the parts of features' names that several features share.
enum FeatureWords {
  /// By what stands in the name: regions, properties of places, kinds of pages.
  static let words: [String: String] = [
    "navigation": "navigation", "footer": "a footer", "header": "a header",
    "sidebar": "a sidebar", "comment": "comments", "related": "related texts",
    "social": "sharing", "advertisement": "an advertisement", "consent": "a consent notice",
    "window": "a window", "byline": "a byline", "content": "content", "body": "the text itself",
    "product": "a product", "forum": "a forum", "list": "a list", "filter": "a filter",
    "form": "a form", "hidden": "hidden text", "code": "code",
    "tableOfContents": "a table of contents", "lead": "a lead", "questions": "questions",
    "action": "a button", "review": "a review", "caption": "a caption", "image": "an image",
    "section": "a section", "box": "a box", "teaser": "a teaser", "newsletter": "a newsletter",
    "tag": "tags", "embed": "an embedded part", "account": "an account", "metadata": "metadata",
    "quotation": "a quotation", "live": "a live report", "title": "a title",
    "footnote": "a footnote", "breadcrumb": "a breadcrumb", "paragraph": "a paragraph",
    "pagination": "page numbers", "profile": "a profile", "price": "a price",
    "specification": "a specification", "carousel": "a carousel", "paywall": "a paywall",
    "contact": "a contact", "event": "an event", "ingredients": "ingredients",
    "instructions": "instructions", "nutrition": "nutrition", "recipe": "a recipe",
    "post": "a post", "signature": "a signature",

    "network": "a link to a social network", "article_link": "a link to an article",
    "heading": "a heading", "linked_heading": "a linked heading", "aside": "an aside",

    "link": "a link", "nav": "navigation", "main": "the main element", "article": "an article",
    "table": "a table", "figure": "a figure", "button": "a button",
    "noscript": "text for browsers without scripts", "template": "a template",
    "dialog": "a dialog", "details": "folded details", "preformatted": "preformatted text",
    "address": "an address", "role_main": "an element whose role is main",
    "role_list": "an element whose role is list", "role_tab": "an element whose role is tab",
    "article_body": "an element marked as the body of an article",
    "item_description": "an element marked as a description",
    "item_text": "an element marked as text", "item_review": "an element marked as a review",
    "item_scope": "an element marked as a thing", "label": "a label",
    "definitions": "a list of definitions", "frame": "a frame or player",
    "unshown": "text that a style hides", "unspoken": "text hidden from screen readers",
    "item_ingredient": "an element marked as an ingredient",
    "item_instruction": "an element marked as instructions",
    "item_answer": "an element marked as an answer",
    "item_author": "an element marked as the author",

    "inner": "nearest", "outer": "next outer",

    "-4": "4 before it", "-3": "3 before it", "-2": "2 before it", "-1": "before it",
    "1": "after it", "2": "2 after it", "3": "3 after it", "4": "4 after it",
  ]
}
