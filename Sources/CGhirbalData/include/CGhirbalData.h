#ifndef GHIRBAL_DATA_H
#define GHIRBAL_DATA_H

#include <stddef.h>

/// The forest that judges blocks; Training/content/README.md describes its bytes, source and licence.
extern const unsigned char ghirbal_content_forest_bytes[];
extern const size_t ghirbal_content_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_content_forest(void) {
  return ghirbal_content_forest_bytes;
}

/// The forest that judges flattened text; Training/lines/README.md describes its source and licence.
extern const unsigned char ghirbal_line_forest_bytes[];
extern const size_t ghirbal_line_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_line_forest(void) {
  return ghirbal_line_forest_bytes;
}

/// The forest that judges with the profile of a site; Training/sites/README.md describes its source and licence.
extern const unsigned char ghirbal_site_forest_bytes[];
extern const size_t ghirbal_site_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_site_forest(void) {
  return ghirbal_site_forest_bytes;
}

/// The forest that judges who wrote a page; Training/facts/README.md describes its source and licence.
extern const unsigned char ghirbal_author_forest_bytes[];
extern const size_t ghirbal_author_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_author_forest(void) {
  return ghirbal_author_forest_bytes;
}

/// The forest that judges when a page appeared; described there too.
extern const unsigned char ghirbal_day_forest_bytes[];
extern const size_t ghirbal_day_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_day_forest(void) {
  return ghirbal_day_forest_bytes;
}

/// The forest that judges what a page is called; described there too.
extern const unsigned char ghirbal_title_forest_bytes[];
extern const size_t ghirbal_title_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_title_forest(void) {
  return ghirbal_title_forest_bytes;
}

/// The forest that tells whether a flattened text has chrome around it; described there too.
extern const unsigned char ghirbal_text_forest_bytes[];
extern const size_t ghirbal_text_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_text_forest(void) {
  return ghirbal_text_forest_bytes;
}

/// The words of the boundary model; Training/words/README.md describes its bytes, sources and licences.
extern const unsigned char ghirbal_word_lexicon_bytes[];
extern const size_t ghirbal_word_lexicon_size;

/// The first byte of the word lexicon, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_word_lexicon(void) {
  return ghirbal_word_lexicon_bytes;
}

/// The boundary model; Training/words/README.md describes its bytes, sources and licences.
extern const unsigned char ghirbal_boundary_model_bytes[];
extern const size_t ghirbal_boundary_model_size;

/// The first byte of the boundary model, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_boundary_model(void) {
  return ghirbal_boundary_model_bytes;
}

/// A text of rows, one a line, with fields parted by spaces; a line with `#` in front is a comment. The
/// comments of each file in `tables` say what its fields are and where they come from.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} ghirbal_table;

ghirbal_table ghirbal_composition(void);
ghirbal_table ghirbal_distinctive_letters(void);
ghirbal_table ghirbal_encoding_labels(void);
ghirbal_table ghirbal_frequent_words(void);
ghirbal_table ghirbal_function_words(void);
ghirbal_table ghirbal_gb18030_ranges(void);
ghirbal_table ghirbal_html4_references(void);
ghirbal_table ghirbal_named_references(void);
ghirbal_table ghirbal_single_byte_encodings(void);
ghirbal_table ghirbal_public_suffixes(void);

/// What sites write around their texts, one file a language; docs/phrases.md describes their form.
extern const unsigned char ghirbal_phrases_bytes[];
extern const size_t ghirbal_phrases_size;

/// The first byte of the phrases, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_phrases(void) {
  return ghirbal_phrases_bytes;
}

#endif
