package org.claimtrail.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, Long> {

    @Query("select a from Account a where lower(a.email) = :email")
    Optional<Account> findByEmail(String email);

    @Query("select count(a) from Account a where a.role = org.claimtrail.account.Role.ADMIN"
            + " and a.status = org.claimtrail.account.AccountStatus.ACTIVE")
    long countActiveAdmins();

    @Query(
            "select a from Account a order by case when a.status = org.claimtrail.account.AccountStatus.ERASED then 1 else 0 end,"
                    + " a.status, lower(a.name), a.id")
    List<Account> findAllInOrder();
}
