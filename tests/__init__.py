"""The rooms mirrored: what each promises, tried on real databases and a real browser, with no mocks."""
