// Where the JSON of answers is written.
#pragma once

#include "indexer/base/json_writer.hpp"

namespace pressoir::api {

using base::JsonWriter;

}  // namespace pressoir::api
