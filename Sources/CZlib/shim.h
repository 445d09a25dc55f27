#include <zlib.h>
/* deflateInit2 is a macro: Swift cannot call it. 31 = 15 window bits + 16 for a gzip header. */
static inline int lapak_gzip_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
/* -15 = 15 window bits without header and check. */
static inline int lapak_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
