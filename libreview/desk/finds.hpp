#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libreview/views/words.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The most that a search gives.
inline constexpr int most_finds = 200;

/// A case or an entry in which all words of a search stand.
struct Find {
  std::string case_id;
  std::vector<std::string> pseudonyms;
  v1::Stage stage = v1::STAGE_UNSPECIFIED;
  std::string entry;           ///< empty where the case itself was found, and so are the next two
  std::string kind;            ///< `noteAdded`; of a correction, the kind of what it corrects
  std::string occurred_on;     ///< the day it happened, or else the London day that it was recorded on
  std::vector<Excerpt> words;  ///< around what was found
};

/// Of which finds, counted from the best, the words around them are wanted.
struct Excerpted {
  std::size_t from = 0;
  std::size_t count = most_finds;
};

/// What a search found.
struct Finds {
  std::vector<Find> finds;  ///< best first, at most `most_finds`
  bool more = false;        ///< there are more than these
};

/// The values that a reader can choose from to narrow the list of cases.
struct ListChoices {
  std::vector<std::string> local_authorities;
  std::vector<std::string> agencies;
};

/// A view that the reader's agency is asked for, and has not given.
struct AskedView {
  std::string case_id;
  std::string meeting;      ///< that it is wanted for; empty where it is asked for between meetings
  std::string circulation;  ///< that asks for it; empty where it is wanted for a meeting
  std::string by;           ///< ISO day: of the meeting, or by which it is to be given
};

}  // namespace review
