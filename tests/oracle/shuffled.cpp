#include "tests/oracle/shuffled.h"

#include <algorithm>
#include <numeric>

#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using property::below;

template <class T>
void put_in_any_order(std::vector<T>& list) {
  for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[below(left)]);
}

}  // namespace

Shuffled::Order Shuffled::any_order(std::size_t length) {
  Order order{std::vector<std::uint32_t>(length), std::vector<std::uint32_t>(length)};
  std::iota(order.before.begin(), order.before.end(), 0u);
  put_in_any_order(order.before);
  for (std::uint32_t at = 0; at < length; ++at) order.now[order.before[at]] = at;
  return order;
}

template <class List>
List Shuffled::in_order(const List& list, const Order& order) {
  List moved;
  for (const std::uint32_t each : order.before) moved.push_back(list[each]);
  return moved;
}

template <class T>
void Shuffled::move(Ref<T>& ref, const Order& order) const {
  ref.at = order.now[ref.at];
}

template <class T>
void Shuffled::move(std::vector<Ref<T>>& refs, const Order& order) const {
  for (Ref<T>& each : refs) move(each, order);
  put_in_any_order(refs);
}

void Shuffled::move(Designation& designation) const {
  for (DesignationClass& each : designation) {
    move(each.agencies, agencies_);
    move(each.users, users_);
  }
  put_in_any_order(designation);
}

void Shuffled::move(Record& record) const {
  move(record.owner, agencies_);
  if (record.creator) move(*record.creator, users_);
  move(record.designation);
  if (record.parent) move(*record.parent, records_);
  move(record.links, records_);
  if (record.profile_of) move(*record.profile_of, users_);
  put_in_any_order(record.fields);
}

Shuffled::Shuffled(const World& world)
    : world_(world),
      agencies_(any_order(world.agencies.size())),
      purposes_(any_order(world.purposes.size())),
      roles_(any_order(world.roles.size())),
      users_(any_order(world.users.size())),
      interfaces_(any_order(world.interfaces.size())),
      letters_(any_order(world.letters.size())),
      records_(any_order(world.records.size())) {
  world_.agencies = in_order(world.agencies, agencies_);
  world_.purposes = in_order(world.purposes, purposes_);
  world_.roles = in_order(world.roles, roles_);
  world_.users = in_order(world.users, users_);
  world_.interfaces = in_order(world.interfaces, interfaces_);
  world_.letters = in_order(world.letters, letters_);
  world_.records = in_order(world.records, records_);
  move(world_.host, agencies_);
  for (User& each : world_.users) {
    move(each.agency, agencies_);
    move(each.roles, roles_);
    move(each.may_assign_roles, roles_);
    move(each.duties, purposes_);
    if (each.sco) move(*each.sco, users_);
    put_in_any_order(each.transactions);
  }
  for (Agreement& each : world_.agreements) move(each.agency, agencies_);
  for (OwnerMemo& each : world_.memos) {
    move(each.owner, agencies_);
    move(each.to, agencies_);
  }
  for (Interface& each : world_.interfaces) move(each.agencies, agencies_);
  for (PassingApproval& each : world_.approvals) {
    move(each.record, records_);
    move(each.from, agencies_);
    move(each.to, agencies_);
  }
  for (Record& each : world_.records) move(each);
  put_in_any_order(world_.agreements);
  put_in_any_order(world_.memos);
  put_in_any_order(world_.approvals);
}

Request Shuffled::same(Request request) const {
  move(request.user, users_);
  move(request.purpose, purposes_);
  if (request.interface) move(*request.interface, interfaces_);
  if (request.letter) move(*request.letter, letters_);
  if (request.disclosure && request.disclosure->to) move(*request.disclosure->to, agencies_);
  move(request.change.roles, roles_);
  if (request.change.designation) move(*request.change.designation);
  if (auto* one = std::get_if<Ref<Record>>(&request.target)) move(*one, records_);
  if (auto* created = std::get_if<Record>(&request.target)) move(*created);
  if (auto* search = std::get_if<Search>(&request.target)) put_in_any_order(search->terms);
  return request;
}

}  // namespace ntk::oracle
