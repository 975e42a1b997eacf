/* What the rules did in the texts of a run, and what no word explains: for those who write words and rules. */
#ifndef SCODB_LOADER_STATS_H
#define SCODB_LOADER_STATS_H

#include "extract.h"

typedef struct stats stats_t;

/* Watches the extractors, one for each thread; they must outlive the statistics. */
stats_t *stats_new(const knowledge_t *knowledge, extractor_t *const *extractors, int count);
void stats_free(stats_t *stats); /* NULL is allowed */

void stats_count(stats_t *stats, const facts_t *facts); /* a document is done; in one thread */
/* Lines of values with tabs between them; the number of threads and the order of the documents change nothing. Returns 0,
 * or -1 if the stream failed. */
int stats_write(stats_t *stats, FILE *out);

#endif
