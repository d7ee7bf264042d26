#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose headers clash with those inside Foundation. They only add two
// fields at the end of a struct that is never touched here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/globals.h>
#include <libxml/parserInternals.h>

/// The version of the library that is loaded, as "20914". `xmlParserVersion` itself is a macro that
/// Swift does not see.
static inline const char *ghirbal_libxml2_version(void) { return xmlParserVersion; }
