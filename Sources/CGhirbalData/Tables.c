#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define TABLE(name) \
  ghirbal_table ghirbal_##name(void) { return (ghirbal_table){name, sizeof name}; }

static const unsigned char composition[] = {
#embed "tables/composition.txt"
};
TABLE(composition)

static const unsigned char distinctive_letters[] = {
#embed "tables/distinctive-letters.txt"
};
TABLE(distinctive_letters)

static const unsigned char encoding_labels[] = {
#embed "tables/encoding-labels.txt"
};
TABLE(encoding_labels)

static const unsigned char frequent_words[] = {
#embed "tables/frequent-words.txt"
};
TABLE(frequent_words)

static const unsigned char function_words[] = {
#embed "tables/function-words.txt"
};
TABLE(function_words)

static const unsigned char gb18030_ranges[] = {
#embed "tables/gb18030-ranges.txt"
};
TABLE(gb18030_ranges)

static const unsigned char html4_references[] = {
#embed "tables/html4-references.txt"
};
TABLE(html4_references)

static const unsigned char named_references[] = {
#embed "tables/named-references.txt"
};
TABLE(named_references)

static const unsigned char single_byte_encodings[] = {
#embed "tables/single-byte-encodings.txt"
};
TABLE(single_byte_encodings)

static const unsigned char public_suffixes[] = {
#embed "tables/public-suffixes.dat"
};
TABLE(public_suffixes)
