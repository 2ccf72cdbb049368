// The commands of pressoir-index. Each prints its result on standard output and what went wrong on
// standard error, a line each, and says how the program ends. One at a time.
#pragma once

#include "indexer/cli.hpp"

namespace pressoir {

// Puts pages and records into an index and prints the report. Fails when a source does not exist,
// when the index cannot be used, when a signal stopped it, and when there was nothing to index:
// pages that were skipped are counted, and are no failure.
ExitCode run(const AddCommand& command);

// Prints the document of each page and record. Fails when one of them gave none; the others are
// printed all the same.
ExitCode run(const ExtractCommand& command);

// Fails when one of the documents is not there; the others are removed all the same.
ExitCode run(const RemoveCommand& command);

ExitCode run(const StatsCommand& command);
ExitCode run(const CheckCommand& command);

}  // namespace pressoir
