#include "reviewd/api/openapi/openapi_comments.hpp"

#include <google/protobuf/descriptor.pb.h>

#include <memory>
#include <stdexcept>

#include "libreview/base/embedded.hpp"

namespace reviewd::openapi {
namespace {

namespace pb = google::protobuf;

/// The vocabulary once more, with its comments.
std::unique_ptr<const pb::DescriptorPool> read_vocabulary() {
  const auto bytes = review::embedded("descriptors/review-v1.bin");
  pb::FileDescriptorSet files;
  if (!bytes || !files.ParseFromArray(bytes->data(), static_cast<int>(bytes->size()))) {
    throw std::logic_error("the vocabulary is not compiled in");
  }
  auto pool = std::make_unique<pb::DescriptorPool>();
  for (const auto& file : files.file()) {
    if (pool->BuildFile(file) == nullptr) throw std::logic_error("the vocabulary does not hold together");
  }
  return pool;
}

const pb::DescriptorPool& vocabulary() {
  static const auto pool = read_vocabulary();
  return *pool;
}

std::string on_one_line(const std::string& comment) {
  std::string line;
  for (const char c : comment) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

template <class Twin>
std::string comment_above(const Twin* twin) {
  pb::SourceLocation location;
  return twin != nullptr && twin->GetSourceLocation(&location) ? on_one_line(location.leading_comments) : std::string();
}

}  // namespace

std::string comment_of(const pb::Descriptor& message) {
  return comment_above(vocabulary().FindMessageTypeByName(message.full_name()));
}

std::string comment_of(const pb::FieldDescriptor& field) {
  return comment_above(vocabulary().FindFieldByName(field.full_name()));
}

std::string comment_of(const pb::EnumDescriptor& type) {
  return comment_above(vocabulary().FindEnumTypeByName(type.full_name()));
}

std::string comment_of(const pb::EnumValueDescriptor& value) {
  return comment_above(vocabulary().FindEnumValueByName(value.full_name()));
}

}  // namespace reviewd::openapi
