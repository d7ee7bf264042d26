#include <libxml/HTMLparser.h>
#include <libxml/globals.h>
#include <libxml/parserInternals.h>

/// The version of the library that is loaded, as "20914". `xmlParserVersion` itself is a macro that
/// Swift does not see.
static inline const char *ghirbal_libxml2_version(void) { return xmlParserVersion; }
