#include "indexer/gazetteer/gazetteer.hpp"
