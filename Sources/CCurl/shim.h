#include <curl/curl.h>
#include <signal.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one wrapper for each shape of argument in use. */

static inline CURLcode lapak_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode lapak_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode lapak_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode lapak_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/* CURLOPT_READFUNCTION, CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION have the same shape. */
typedef size_t (*lapak_curl_flow)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode lapak_curl_set_flow(CURL *handle, CURLoption option, lapak_curl_flow value) {
    return curl_easy_setopt(handle, option, value);
}
typedef int (*lapak_curl_seek)(void *context, curl_off_t offset, int origin);
static inline CURLcode lapak_curl_set_seek(CURL *handle, lapak_curl_seek value) {
    return curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, value);
}
static inline CURLcode lapak_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}
typedef int (*lapak_curl_progress)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
static inline CURLcode lapak_curl_set_progress(CURL *handle, lapak_curl_progress value) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}

/* The last status of the server: of HTTP, or the last reply code of SMTP; 0 before there is one. */
static inline long lapak_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/*
 * Once per process, before the first handle. A write to a connection that the peer has closed must be an error and not the
 * end of the process; with CURLOPT_NOSIGNAL, which threads need, libcurl leaves that to us.
 */
static inline CURLcode lapak_curl_start(void) {
    signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}
