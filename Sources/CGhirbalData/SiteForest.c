#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned, since nodes are read as whole words.
_Alignas(16) const unsigned char ghirbal_site_forest_bytes[] = {
#embed "site-forest.bin"
};
const size_t ghirbal_site_forest_size = sizeof ghirbal_site_forest_bytes;
