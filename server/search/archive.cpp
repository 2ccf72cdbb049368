#include "server/search/archive.hpp"
