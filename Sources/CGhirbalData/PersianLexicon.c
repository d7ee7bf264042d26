#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char ghirbal_persian_lexicon_bytes[] = {
#embed "persian-lexicon.bin"
};
const size_t ghirbal_persian_lexicon_size = sizeof ghirbal_persian_lexicon_bytes;
