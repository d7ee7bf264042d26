#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, since nodes are read as whole words.
_Alignas(16) const unsigned char ghirbal_content_forest_bytes[] = {
#embed "content-forest.bin"
};
const size_t ghirbal_content_forest_size = sizeof ghirbal_content_forest_bytes;
