#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/object.hpp>

namespace reviewd::openapi {

/// Whether a message may be sent, or is only answered: what is sent has no number below 0.
enum class Travels { both_ways, outwards };

/// Adds the schema of a message of the vocabulary to `schemas`, under the message's name, with every message and enum
/// that it leads to. What is there already stays. Entry says besides that exactly one kind is set.
void add_message(boost::json::object& schemas, const google::protobuf::Descriptor& message, Travels travels);

}  // namespace reviewd::openapi
