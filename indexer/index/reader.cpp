#include "indexer/index/reader.hpp"
