package org.alongside.referral;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface ReferralRepository extends CrudRepository<Referral, UUID> {}
