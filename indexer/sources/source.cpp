#include "indexer/sources/source.hpp"
