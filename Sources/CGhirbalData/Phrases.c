#include "CGhirbalData.h"

// `#embed` is C23; the pragma keeps the build quiet without asking for that standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One file a language, each with a head of its own. Of two languages that say the same the first one
// speaks.
const unsigned char ghirbal_phrases_bytes[] = {
#embed "phrases/en.txt" suffix(,)
#embed "phrases/fa.txt" suffix(,)
#embed "phrases/ar.txt" suffix(,)
#embed "phrases/de.txt" suffix(,)
#embed "phrases/fr.txt" suffix(,)
#embed "phrases/es.txt" suffix(,)
#embed "phrases/tr.txt" suffix(,)
#embed "phrases/ru.txt" suffix(,)
#embed "phrases/ur.txt" suffix(,)
#embed "phrases/he.txt" suffix(,)
#embed "phrases/ckb.txt" suffix(,)
#embed "phrases/id.txt" suffix(,)
#embed "phrases/ja.txt" suffix(,)
#embed "phrases/zh.txt" suffix(,)
#embed "phrases/it.txt" suffix(,)
#embed "phrases/pt.txt" suffix(,)
#embed "phrases/nl.txt" suffix(,)
#embed "phrases/sv.txt" suffix(,)
#embed "phrases/no.txt" suffix(,)
#embed "phrases/da.txt" suffix(,)
#embed "phrases/pl.txt" suffix(,)
#embed "phrases/cs.txt" suffix(,)
#embed "phrases/uk.txt" suffix(,)
#embed "phrases/ko.txt" suffix(,)
#embed "phrases/hi.txt" suffix(,)
#embed "phrases/vi.txt" suffix(,)
#embed "phrases/ro.txt" suffix(,)
#embed "phrases/el.txt" suffix(,)
#embed "phrases/ps.txt" suffix(,)
#embed "phrases/bn.txt" suffix(,)
#embed "phrases/th.txt" suffix(,)
#embed "phrases/zxx.txt" suffix(,)
};
const size_t ghirbal_phrases_size = sizeof ghirbal_phrases_bytes;
