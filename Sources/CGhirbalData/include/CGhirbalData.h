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

#endif
