-- The sums beside the lengths, which are few: of the months before those that are shown, a figure reads these alone.
create index tallies_without_lengths on tallies (landlord, promise, month) where what not like 'length:%';
