/**
 * Whose a case is today: the newest term first, read from the index alone. The constraints that keep terms apart have
 * indexes of their own, in which such a question takes ten times as long and longer the more cases there are.
 */
export const terms = `
CREATE INDEX case_team_worker ON app.case_team (case_id, from_on DESC) INCLUDE (staff_id, to_on) WHERE role = 'CASEWORKER';
CREATE INDEX coordinator_term ON app.coordinator (episode_id, from_on DESC) INCLUDE (staff_id, to_on);
CREATE INDEX episode_contractor_term ON app.episode_contractor (episode_id, from_on DESC) INCLUDE (organization_id, contract_area_id, to_on);
`;
