#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, since entries are read as whole words.
_Alignas(16) const unsigned char ghirbal_word_lexicon_bytes[] = {
#embed "word-lexicon.bin"
};
const size_t ghirbal_word_lexicon_size = sizeof ghirbal_word_lexicon_bytes;

_Alignas(16) const unsigned char ghirbal_boundary_model_bytes[] = {
#embed "boundary-model.bin"
};
const size_t ghirbal_boundary_model_size = sizeof ghirbal_boundary_model_bytes;
