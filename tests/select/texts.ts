/** Three reports of one event. */
export const FERRY = {
  'a.txt':
    'The ferry Marit ran aground on a sandbank off Orve on Tuesday evening with 140 passengers on board. Lifeboats brought everyone ashore before midnight, the coast guard said. The captain told investigators that the rudder had stopped answering near the lighthouse. Divers will inspect the hull once the wind drops.',
  'b.txt':
    'All 140 passengers of a ferry were brought ashore by lifeboats after it ran aground off Orve. The coast guard said that the Marit hit a sandbank on Tuesday evening near the lighthouse. Its rudder failed, according to the captain. The owner of the ferry promised to pay for hotels.',
  'c.txt':
    'Passengers spoke of a hard blow as the ferry Marit struck a sandbank off Orve. Lifeboats of the coast guard took them ashore, the last of them shortly before midnight. Divers are to look at the hull and the rudder of the ferry as soon as the wind allows it, its captain said on Wednesday.',
};

/** A report of another. */
export const TAX =
  'Parliament in Lisk voted on Thursday to raise the tax on sugar from next spring. Bakers and growers had campaigned against the bill for months. The finance minister said the money would pay for school meals and dentists. Three members of the governing party abstained, and the opposition promised to repeal the law.';
