#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/form/form_rows.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// The words around one input of a page's own form.
struct ArrangedWords {
  std::string path;  ///< the name of the input; errors at or below it belong to it
  std::string label;
  std::string hint{};
  bool optional = true;
};

/// The rows of a form that a page arranges itself: inputs of single fields of the schema, and choices of its own. The
/// rows and the error summary are those of `form_rows`.
class ArrangedRows {
 public:
  /// All three must outlive the rows.
  ArrangedRows(const Typed& typed, const Offers& offers, const std::vector<FormError>& errors)
      : typed_(typed), offers_(offers), errors_(errors) {}

  void field(const google::protobuf::Descriptor& type, const std::string& name, const ArrangedWords& words);
  /// Radios, checkboxes or a select of a page's own: `kind` is the name of the row in the template `form_row`. Where
  /// they stand for a field, its errors are said as that field's.
  void choice(const char* kind, const ArrangedWords& words, const std::vector<Offer>& choices,
              const google::protobuf::FieldDescriptor* field = nullptr);
  void area(const ArrangedWords& words, const std::string& rows);
  void hidden(const std::string& name, const std::string& value);
  void opens(const std::string& path, const std::string& legend, const std::string& hint = {});
  void closes();
  /// The last line of the error summary: where to go on although something was refused.
  void way_on(const std::string& words, const std::string& path);
  /// A button that adds one more to a list.
  void add(const std::string& list, const std::string& words);

  /// What was arranged, with every error: those of no input come first.
  [[nodiscard]] FormRows made();

 private:
  using Field = google::protobuf::FieldDescriptor;

  [[nodiscard]] std::string said(const FormError& error, const std::string& path, const std::string& label,
                                 const Field* field) const;
  [[nodiscard]] std::string error_of(const std::string& path, const std::string& label, const Field* field) const;
  void place(const std::string& path, const std::string& anchor, const std::string& label, const Field* field);

  const Typed& typed_;
  const Offers& offers_;
  const std::vector<FormError>& errors_;
  std::vector<bool> placed_ = std::vector<bool>(errors_.size());
  boost::json::array rows_;
  boost::json::array summary_;
  boost::json::array ways_on_;
  std::string scope_;  ///< the legend of the group that is open
};

}  // namespace reviewd
