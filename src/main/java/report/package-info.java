/**
 * What remains of a run: latencies, accounts, the summary, the page and the screenful.
 *
 * <p>Everything here is made from the events of a run alone, so that a journal is enough to make it again. Imports {@code history}. Start
 * reading at {@link report.RunReport}; {@link report.RunSummary} is the schema of {@code summary.json}.
 */
@NullMarked
package report;

import org.jspecify.annotations.NullMarked;
