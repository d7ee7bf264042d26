#ifndef GHIRBAL_DATA_H
#define GHIRBAL_DATA_H

#include <stddef.h>

/// The Persian lexicon; Training/lexicon/README.md describes its bytes, source and licence.
extern const unsigned char ghirbal_persian_lexicon_bytes[];
extern const size_t ghirbal_persian_lexicon_size;

/// The first byte of the Persian lexicon, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_persian_lexicon(void) {
  return ghirbal_persian_lexicon_bytes;
}

/// The forest that judges blocks; Training/content/README.md describes its bytes, source and licence.
extern const unsigned char ghirbal_content_forest_bytes[];
extern const size_t ghirbal_content_forest_size;

/// The first byte of the forest, as a pointer that Swift can import.
static inline const unsigned char *_Nonnull ghirbal_content_forest(void) {
  return ghirbal_content_forest_bytes;
}

#endif
