package org.alongside.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ClientCaseRepository extends Repository<ClientCase, CaseId> {
    ClientCase save(ClientCase changed);

    Optional<ClientCase> findById(CaseId id);

    List<ClientCase> findAllById(Iterable<CaseId> ids);

    @Query("select * from casework.client_case where referral_id = :referral")
    Optional<ClientCase> findByReferral(UUID referral);
}
