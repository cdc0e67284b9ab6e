service Library {
  entity Books {
    key ID     : Integer;
        title  : String;
        author : Association to Authors;
        price  : Decimal(9, 2);
        added  : Date;
  }

  entity Authors {
    key ID    : Integer;
        name  : String;
        books : Association to many Books on books.author = $self;
  }
}

@requires: 'authenticated-user'
service Office {
  entity Orders {
    key ID    : Integer;
        buyer : String;
  }

  @requires: 'manager'
  entity Salaries {
    key ID     : Integer;
        amount : Integer;
  }
}
