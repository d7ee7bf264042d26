#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with those inside Foundation. They only add two
// fields at the end of a struct that is never touched here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
