#pragma once

#include <google/protobuf/message.h>

#include <boost/json/value.hpp>

#include "libreview/base/result.hpp"

namespace reviewctl {

/// Reads what the service answers into its message. Fields that this program does not know are passed over: a newer
/// service may send more. `wrong-type` where a field is not of its kind.
[[nodiscard]] review::Result<void> read_answer(const boost::json::value& from, google::protobuf::Message& into);

}  // namespace reviewctl
