#include "indexer/text/analyzer.hpp"
