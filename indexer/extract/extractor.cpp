#include "indexer/extract/extractor.hpp"
