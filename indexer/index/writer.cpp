#include "indexer/index/writer.hpp"
