#include "server/api/message.hpp"

namespace pressoir::api {

bool wants_html(const Request& request) noexcept {
  return request.accept.find("text/html") != std::string::npos;
}

}  // namespace pressoir::api
