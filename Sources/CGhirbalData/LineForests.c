#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, since nodes are read as whole words.
_Alignas(16) const unsigned char ghirbal_line_forest_bytes[] = {
#embed "line-forest.bin"
};
const size_t ghirbal_line_forest_size = sizeof ghirbal_line_forest_bytes;

_Alignas(16) const unsigned char ghirbal_text_forest_bytes[] = {
#embed "text-forest.bin"
};
const size_t ghirbal_text_forest_size = sizeof ghirbal_text_forest_bytes;
