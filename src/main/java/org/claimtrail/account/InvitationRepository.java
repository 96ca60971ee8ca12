package org.claimtrail.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface InvitationRepository extends JpaRepository<Invitation, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.secretHash = :hash")
    Optional<Invitation> lockBySecretHash(byte[] hash);

    @Query("select i from Invitation i where i.secretHash = :hash")
    Optional<Invitation> findBySecretHash(byte[] hash);

    @Query("select i from Invitation i where i.acceptedAt is null and i.revokedAt is null and i.purpose = :purpose"
            + " order by i.createdAt desc")
    List<Invitation> findOpen(String purpose);
}
