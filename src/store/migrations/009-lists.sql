-- What somebody has, and a contractor's jobs, in the order in which lists show them: without these, a list of the few
-- reads all cases there are.
create index cases_of_holder on cases (landlord, holder_id, last_at desc, case_id desc) where holder_id is not null;
create index cases_of_contractor on cases (landlord, contractor_id, last_at desc, case_id desc)
  where contractor_id is not null;
