#include "indexer/index/schema.hpp"
