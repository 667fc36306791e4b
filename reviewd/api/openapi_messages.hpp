#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/object.hpp>

namespace reviewd::openapi {

/// Adds the schema of a message of the vocabulary to `schemas`, under the message's name, with every message and enum
/// that it leads to. What is there already stays. Entry says besides that exactly one kind is set.
void add_message(boost::json::object& schemas, const google::protobuf::Descriptor& message);

}  // namespace reviewd::openapi
