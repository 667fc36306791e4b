#pragma once

#include "reviewd/letters/letter_text.hpp"

namespace reviewd {

// The parts of a rapid review submission, each with its number and heading, in the order in which they stand.

void reference_and_dates(LetterText& text, const LetterFacts& facts);
void who_took_part(LetterText& text, const LetterFacts& facts);
void children_and_family(LetterText& text, const LetterFacts& facts);
void what_happened(LetterText& text, const LetterFacts& facts);
void background(LetterText& text, const LetterFacts& facts);
void agency_involvement(LetterText& text, const LetterFacts& facts);
void identity(LetterText& text, const LetterFacts& facts);
void child_voice(LetterText& text, const LetterFacts& facts);
void good_practice(LetterText& text, const LetterFacts& facts);
void immediate_actions(LetterText& text, const LetterFacts& facts);
void learning(LetterText& text, const LetterFacts& facts);
void criteria(LetterText& text, const LetterFacts& facts);
void decision(LetterText& text, const LetterFacts& facts);
void national_review(LetterText& text, const LetterFacts& facts);
void next_steps(LetterText& text, const LetterFacts& facts);
void proceedings(LetterText& text, const LetterFacts& facts);
void family_informed(LetterText& text, const LetterFacts& facts);
void signatures(LetterText& text, const LetterFacts& facts);
void lateness(LetterText& text, const LetterFacts& facts);

}  // namespace reviewd
