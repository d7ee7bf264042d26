#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, since nodes are read as whole words.
_Alignas(16) const unsigned char ghirbal_author_forest_bytes[] = {
#embed "author-forest.bin"
};
const size_t ghirbal_author_forest_size = sizeof ghirbal_author_forest_bytes;

_Alignas(16) const unsigned char ghirbal_day_forest_bytes[] = {
#embed "day-forest.bin"
};
const size_t ghirbal_day_forest_size = sizeof ghirbal_day_forest_bytes;

_Alignas(16) const unsigned char ghirbal_title_forest_bytes[] = {
#embed "title-forest.bin"
};
const size_t ghirbal_title_forest_size = sizeof ghirbal_title_forest_bytes;
