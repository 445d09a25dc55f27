#include <vips/vips.h>

/* The operations of libvips are variadic, which Swift cannot call: one wrapper for each in use. 0 is success, as in libvips. */

/*
 * Once per process. One thread, no cache of operations, and no reader of files at all: the loaders that libvips itself
 * does not trust are blocked, and every other one too, until lapak_vips_allow names it.
 */
static inline int lapak_vips_start(void) {
    if (vips_init("lapak")) return -1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    vips_operation_block_set("VipsForeignLoad", TRUE);
    return 0;
}
static inline void lapak_vips_allow(const char *loader) { vips_operation_block_set(loader, FALSE); }

/* Reading: the header at once, the pixels from top to bottom when they are first asked for. The bytes must outlive the image. */
static inline int lapak_vips_read_jpeg(const void *bytes, size_t count, VipsImage **image) {
    return vips_jpegload_buffer(
        (void *)bytes, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}
static inline int lapak_vips_read_png(const void *bytes, size_t count, VipsImage **image) {
    return vips_pngload_buffer(
        (void *)bytes, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}
/* The first picture; of it, libheif decodes the pixels when they are asked for, within limits of its own. */
static inline int lapak_vips_read_heic(const void *bytes, size_t count, VipsImage **image) {
    return vips_heifload_buffer(
        (void *)bytes, count, image, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}
/* Debian has this loader in a module of its own. */
static inline int lapak_vips_reads_heic(void) { return vips_type_find("VipsOperation", "heifload_buffer") != 0; }
/* One page, counted from 0, at 72 dots per inch times scale. */
static inline int lapak_vips_read_page(const void *bytes, size_t count, int page, double scale, VipsImage **image) {
    return vips_pdfload_buffer(
        (void *)bytes, count, image, "page", page, "scale", scale, "access", VIPS_ACCESS_SEQUENTIAL, NULL);
}

/* Puts what is transparent on white. */
static inline int lapak_vips_flatten(VipsImage *image, VipsImage **flat) {
    if (!vips_image_hasalpha(image)) return vips_copy(image, flat, NULL);
    double white = vips_image_get_format(image) == VIPS_FORMAT_USHORT ? 65535 : 255;
    VipsArrayDouble *background = vips_array_double_newv(1, white);
    int result = vips_flatten(image, flat, "background", background, NULL);
    vips_area_unref((VipsArea *)background);
    return result;
}
/* By the embedded colour profile when it can be used, by what the colour space says otherwise; 8 bits. */
static inline int lapak_vips_to_srgb(VipsImage *image, VipsImage **srgb) {
    if (vips_image_get_typeof(image, VIPS_META_ICC_NAME)
        && !vips_icc_transform(image, srgb, "srgb", "embedded", TRUE, "depth", 8, NULL)) return 0;
    vips_error_clear();
    return vips_colourspace(image, srgb, VIPS_INTERPRETATION_sRGB, NULL);
}
static inline int lapak_vips_to_grey(VipsImage *image, VipsImage **grey) {
    return vips_colourspace(image, grey, VIPS_INTERPRETATION_B_W, NULL);
}
/* Upright, as the camera noted it. */
static inline int lapak_vips_turn(VipsImage *image, VipsImage **upright) { return vips_autorot(image, upright, NULL); }
/* Into a square of this many pixels; never larger than it was. */
static inline int lapak_vips_shrink(VipsImage *image, int edge, VipsImage **small) {
    return vips_thumbnail_image(image, small, edge, "height", edge, "size", VIPS_SIZE_DOWN, NULL);
}

/* Writing, without any metadata; the bytes are freed with g_free. */
static inline int lapak_vips_write_jpeg(VipsImage *image, int quality, void **bytes, size_t *count) {
    return vips_jpegsave_buffer(image, bytes, count, "Q", quality, "optimize_coding", TRUE, "strip", TRUE, NULL);
}
static inline int lapak_vips_write_png(VipsImage *image, void **bytes, size_t *count) {
    return vips_pngsave_buffer(image, bytes, count, "compression", 6, "strip", TRUE, NULL);
}
